using Bot.Host.Conversations;
using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>Knows which of the bot's messages is which answer, for reactions. Safe for concurrent use.</summary>
internal sealed class SlackAnswers(IConversations conversations)
{
    private const int Remembered = 10_000;

    private readonly RecentValues<PostedMessage, string> _known = new(Remembered);

    public void Posted(PostedMessage message, AnswerId answer) => _known.Set(message, answer.Value);

    /// <summary>The answer that the message is, or null. Asks Slack for messages of earlier processes.</summary>
    /// <exception cref="SlackApiException">Slack can't be asked.</exception>
    public async Task<string?> FindAsync(PostedMessage message, CancellationToken cancellationToken)
    {
        if (_known.TryGet(message, out var answer))
        {
            return answer;
        }
        var found = await conversations.MessageAsync(message, cancellationToken);
        return found?.Metadata?.AnswerId;
    }
}
