using System.Text.Json.Nodes;
using Bot.Slack.Simulator.WebApi;

namespace Bot.Slack.Simulator.Blocks;

/// <summary>The limits of Block Kit.</summary>
internal static class BlockRules
{
    private const int MaximumMessageBlocks = 50;

    /// <summary>Checks the blocks of a message; a null result means that Slack takes them.</summary>
    public static ApiResult? CheckMessage(JsonArray blocks) =>
        blocks.Count > MaximumMessageBlocks
            ? ApiResult.Fail("invalid_blocks", [$"[ERROR] no more than {MaximumMessageBlocks} items allowed [json-pointer:/blocks]"])
            : null;
}
