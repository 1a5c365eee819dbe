using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi;

/// <summary>A message that grows. Used by one caller at a time. Disposing stops it, if nothing did before.</summary>
public interface IGrowingMessage : IAsyncDisposable
{
    PostedMessage Message { get; }

    /// <summary>Adds Markdown. It is sent about once a second; what comes sooner is gathered.</summary>
    /// <exception cref="SlackApiException">With <see cref="SlackApiException.Code"/> <c>stopped_by_user</c> when the reader stopped it.</exception>
    Task AppendAsync(string markdown, CancellationToken cancellationToken);

    /// <summary>Sends what was gathered and ends the message.</summary>
    /// <param name="blocks">Appear below the text.</param>
    Task StopAsync(IReadOnlyList<Block> blocks, string answerId, CancellationToken cancellationToken);
}
