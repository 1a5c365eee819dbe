using System.Text;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;
using Bot.Slack.Simulator.Interactions;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Modals and the Home tab.</summary>
internal sealed class ViewMethods(SimulatorCore core)
{
    private const int MaximumBytes = 250_000;
    private const int MaximumStack = 3;

    public IEnumerable<ApiMethod> All =>
    [
        new("views.open", [], RateTier.Four, call => OpenOn(call, isPush: false)),
        new("views.push", [], RateTier.Four, call => OpenOn(call, isPush: true)),
        new("views.update", [], RateTier.Four, Update),
        new("views.publish", [], RateTier.Four, Publish),
    ];

    private ApiResult OpenOn(ApiCall call, bool isPush)
    {
        if (Read(call, ViewKind.Modal, out var body) is { } badView)
        {
            return badView;
        }
        if (core.Triggers.Exchange(call.Text("trigger_id"), out var userId) is { } refusal)
        {
            return refusal;
        }
        var previous = isPush ? core.Views.Top(userId) : null;
        if (isPush && core.Views.Depth(userId) >= MaximumStack)
        {
            return ApiResult.Fail("push_limit_reached");
        }
        if (!isPush)
        {
            core.Views.CloseAll(userId);
        }
        return Answer(call, core.Views.Open(userId, body, previous));
    }

    private ApiResult Update(ApiCall call)
    {
        if (Read(call, kind: null, out var body) is { } badView)
        {
            return badView;
        }
        if ((core.Views.Find(call.Text("view_id")) ?? core.Views.FindByExternalId(call.Text("external_id"))) is not { IsOpen: true } view)
        {
            return ApiResult.Fail("not_found");
        }
        if (call.Text("hash") is { } hash && hash != view.Hash)
        {
            return ApiResult.Fail("hash_conflict");
        }
        core.Views.Update(view, body);
        return Answer(call, view);
    }

    private ApiResult Publish(ApiCall call)
    {
        if (Read(call, ViewKind.Home, out var body) is { } badView)
        {
            return badView;
        }
        if (!core.Options.HasHomeTab)
        {
            return ApiResult.Fail("not_enabled");
        }
        if (call.Workspace.FindUser(call.Text("user_id") ?? "") is not { } user)
        {
            return ApiResult.Fail("invalid_arguments", ["[ERROR] user_id is no user"]);
        }
        if (call.Text("hash") is { } hash && core.Views.Home(user.Id) is { } home && home.Hash != hash)
        {
            return ApiResult.Fail("hash_conflict");
        }
        return Answer(call, core.Views.Publish(user.Id, body));
    }

    private static ApiResult? Read(ApiCall call, ViewKind? kind, out JsonObject body)
    {
        body = call.Node("view") as JsonObject ?? [];
        if (body.Count == 0)
        {
            return ApiResult.Fail("invalid_arguments", ["[ERROR] missing required field: view"]);
        }
        return Encoding.UTF8.GetByteCount(body.ToJsonString(Json.Options)) > MaximumBytes
            ? ApiResult.Fail("view_too_large")
            : ViewRules.Check(body, kind);
    }

    private ApiResult Answer(ApiCall call, SlackView view) => ApiResult.Ok(new JsonObject { ["view"] = ViewJson.Of(view, call.Workspace, core.AppId) });
}
