using Bot.Slack.Blocks;

namespace Bot.Host.Adapters.Slack;

/// <summary>A reply, or the part of it that fits into one Slack message: within all of Slack's limits, everything escaped.</summary>
/// <param name="Text">For notifications.</param>
internal sealed record SlackPage(string Text, IReadOnlyList<Block> Blocks);
