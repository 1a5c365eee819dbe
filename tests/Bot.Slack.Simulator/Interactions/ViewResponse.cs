using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Does what the acknowledgement of a submitted modal says.</summary>
internal static class ViewResponse
{
    public static void Apply(SimulatorCore core, SlackUser user, SlackView view, JsonObject? payload)
    {
        switch (payload.Text("response_action"))
        {
            case null:
                core.Views.Close(view);
                break;
            case "clear":
                core.Views.CloseAll(user.Id);
                break;
            case "errors" when payload!["errors"] is JsonObject errors:
                core.Views.SetErrors(view, errors.ToImmutableDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "", StringComparer.Ordinal));
                break;
            case "update" when Body(core, payload) is { } body:
                core.Views.Update(view, body);
                break;
            case "push" when Body(core, payload) is { } body:
                core.Views.Open(user.Id, body, view);
                break;
            case var other:
                core.Unexpected.Add($"A view submission was answered with response_action {other}, which Slack can't follow: {payload!.ToJsonString(Json.Options)}");
                break;
        }
    }

    private static JsonObject? Body(SimulatorCore core, JsonObject? payload)
    {
        var body = payload?["view"]?.DeepClone() as JsonObject;
        if (body is not null && ViewRules.Check(body, ViewKind.Modal) is { } refusal)
        {
            core.Unexpected.Add($"A view submission was answered with a bad view: {refusal.Body.ToJsonString(Json.Options)}");
        }
        return body;
    }
}
