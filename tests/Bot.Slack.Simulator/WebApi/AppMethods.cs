using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Who the app is, and where its sockets connect.</summary>
internal sealed class AppMethods(SimulatorCore core)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("api.test", [], RateTier.Four, call => ApiResult.Ok(new JsonObject { ["args"] = call.Arguments.DeepClone() })),
        new("auth.test", [], RateTier.Special, AuthTest),
        new("apps.connections.open", [], RateTier.One, OpenConnection),
        new("team.info", ["team:read"], RateTier.Three, TeamInfo),
    ];

    private ApiResult AuthTest(ApiCall call) => call.Token == core.AppToken
        ? ApiResult.Ok(new JsonObject { ["app_name"] = "simulated app", ["app_id"] = core.AppId })
        : ApiResult.Ok(new JsonObject
        {
            ["url"] = $"https://{call.Workspace.Name}.slack.com/",
            ["team"] = call.Workspace.Name,
            ["user"] = call.Workspace.Bot.Name,
            ["team_id"] = call.Workspace.TeamId,
            ["user_id"] = call.Workspace.BotUserId,
            ["bot_id"] = call.Workspace.BotId,
            ["is_enterprise_install"] = false,
        });

    private ApiResult OpenConnection(ApiCall call) => ApiResult.Ok(new JsonObject
    {
        ["url"] = $"ws://{core.Address.Authority}/link/?ticket={core.Hub.Tickets.Issue()}&app_id={core.AppId}",
    });

    private static ApiResult TeamInfo(ApiCall call) => ApiResult.Ok(new JsonObject
    {
        ["team"] = new JsonObject { ["id"] = call.Workspace.TeamId, ["name"] = call.Workspace.Name, ["domain"] = call.Workspace.Name },
    });
}
