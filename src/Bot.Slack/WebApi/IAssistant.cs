namespace Bot.Slack.WebApi;

/// <summary>What Slack shows around a conversation with an agent. Each method throws <see cref="SlackApiException"/> where Slack refuses.</summary>
public interface IAssistant
{
    /// <summary>Shown until the bot posts, or for two minutes.</summary>
    /// <param name="status">Completes a sentence that starts with the bot's name; empty clears it.</param>
    Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken);

    Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken);

    /// <param name="threadTs">For the older assistant view only: in the agent view a call with it fails silently.</param>
    /// <param name="prompts">At most four.</param>
    Task SetSuggestedPromptsAsync(string channel, string? threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken);
}
