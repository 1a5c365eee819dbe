using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi;

/// <summary>A message for a <see cref="ResponseUrl"/>, or for the acknowledgement of a command.</summary>
/// <param name="ResponseType"><c>ephemeral</c> or <c>in_channel</c>; null where nothing is posted.</param>
/// <param name="ReplaceOriginal">Takes the place of the message that was answered with or pressed on.</param>
public sealed record ResponseMessage(
    string? ResponseType, string? Text, IReadOnlyList<Block>? Blocks, bool ReplaceOriginal = false, bool DeleteOriginal = false, string? ThreadTs = null)
{
    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }

    public static ResponseMessage Ephemeral(string text, IReadOnlyList<Block>? blocks, bool replaceOriginal = false) =>
        new("ephemeral", text, blocks, replaceOriginal);

    public static ResponseMessage InChannel(string text, IReadOnlyList<Block>? blocks) => new("in_channel", text, blocks);

    /// <summary>Takes the original away.</summary>
    public static ResponseMessage Delete() => new(ResponseType: null, Text: null, Blocks: null, DeleteOriginal: true);
}
