using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Blocks;

/// <summary>Finds the elements that people use in blocks.</summary>
internal static class BlockElements
{
    private static readonly HashSet<string> Interactive = new(StringComparer.Ordinal)
    {
        "button", "overflow", "datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons", "plain_text_input", "email_text_input",
        "url_text_input", "number_input", "rich_text_input", "file_input", "static_select", "external_select", "users_select", "conversations_select",
        "channels_select", "multi_static_select", "multi_external_select", "multi_users_select", "multi_conversations_select", "multi_channels_select",
        "feedback_buttons", "icon_button", "workflow_button",
    };

    public static bool IsInteractive(JsonObject element) => element.Text("type") is { } type && Interactive.Contains(type);

    public static IEnumerable<JsonObject> Of(JsonObject block) =>
        new[] { block["accessory"], block["element"] }.Concat(block["elements"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The block and element with an action id; throws when there is none, for then nobody could use it.</summary>
    public static (JsonObject Block, JsonObject Element) Find(JsonArray? blocks, string actionId)
    {
        foreach (var block in blocks?.OfType<JsonObject>() ?? [])
        {
            if (Of(block).FirstOrDefault(element => element.Text("action_id") == actionId) is { } element)
            {
                return (block, element);
            }
        }
        throw new SlackSimulatorException($"There is no element {actionId} in {blocks?.ToJsonString(Json.Options) ?? "a message without blocks"}.");
    }
}
