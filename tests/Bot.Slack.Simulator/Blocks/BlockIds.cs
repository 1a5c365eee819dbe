using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Blocks;

/// <summary>Gives blocks and elements the ids that Slack gives where an app names none.</summary>
internal static class BlockIds
{
    public static JsonArray? Fill(JsonArray? blocks, IdSequence ids)
    {
        foreach (var block in blocks?.OfType<JsonObject>() ?? [])
        {
            block["block_id"] ??= ids.Next("b");
            foreach (var element in BlockElements.Of(block).Where(BlockElements.IsInteractive))
            {
                element["action_id"] ??= ids.Next("a");
            }
        }
        return blocks;
    }
}
