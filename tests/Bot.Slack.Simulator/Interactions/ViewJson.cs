using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>A view as the Web API and interactions write it.</summary>
internal static class ViewJson
{
    public static JsonObject Of(SlackView view, SlackWorkspace workspace, string appId) => new()
    {
        ["id"] = view.Id,
        ["team_id"] = workspace.TeamId,
        ["type"] = view.Kind == ViewKind.Home ? "home" : "modal",
        ["blocks"] = view.Blocks?.DeepClone() ?? new JsonArray(),
        ["private_metadata"] = view.PrivateMetadata,
        ["callback_id"] = view.CallbackId,
        ["state"] = new JsonObject { ["values"] = view.State.DeepClone() },
        ["hash"] = view.Hash,
        ["title"] = view.Body["title"]?.DeepClone(),
        ["close"] = view.Body["close"]?.DeepClone(),
        ["submit"] = view.Body["submit"]?.DeepClone(),
        ["clear_on_close"] = view.Body["clear_on_close"]?.DeepClone() ?? false,
        ["notify_on_close"] = view.Body["notify_on_close"]?.DeepClone() ?? false,
        ["previous_view_id"] = view.Previous?.Id,
        ["root_view_id"] = view.RootId,
        ["external_id"] = view.Body.Text("external_id") ?? "",
        ["app_id"] = appId,
        ["app_installed_team_id"] = workspace.TeamId,
        ["bot_id"] = workspace.BotId,
    };
}
