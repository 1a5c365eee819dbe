using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Who people are.</summary>
internal sealed class UserMethods
{
    public IEnumerable<ApiMethod> All => [new("users.info", ["users:read"], RateTier.Four, Info)];

    private static ApiResult Info(ApiCall call)
    {
        if (call.Workspace.FindUser(call.Text("user") ?? "") is not { } user)
        {
            return ApiResult.Fail("user_not_found");
        }
        var body = new JsonObject
        {
            ["id"] = user.Id,
            ["team_id"] = user.TeamId,
            ["name"] = user.Name,
            ["deleted"] = false,
            ["real_name"] = user.Name,
            ["tz"] = user.TimeZone,
            ["profile"] = new JsonObject { ["real_name"] = user.Name, ["display_name"] = user.Name, ["team"] = user.TeamId },
            ["is_bot"] = user.IsBot,
            ["is_stranger"] = user.IsExternal,
        };
        if (!user.IsExternal)
        {
            body["is_admin"] = user.IsAdmin;
            body["is_owner"] = false;
            body["is_restricted"] = false;
            body["is_ultra_restricted"] = false;
        }
        if (call.Flag("include_locale"))
        {
            body["locale"] = user.Locale;
        }
        return ApiResult.Ok(new JsonObject { ["user"] = body });
    }
}
