using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi;

/// <summary>A message to be posted.</summary>
/// <param name="Text">Escaped; what notifications show, and the message itself where there are no blocks.</param>
/// <param name="ThreadTs">The thread's first message, or null for none.</param>
/// <param name="AnswerId">Marks the message, so that after a failure it can be looked for instead of being posted twice.</param>
public sealed record OutgoingMessage(string Channel, string Text, IReadOnlyList<Block> Blocks, string? ThreadTs, string AnswerId);
