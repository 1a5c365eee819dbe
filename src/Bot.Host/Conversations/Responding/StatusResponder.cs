using Bot.Host.Admin;
using Bot.Host.Texts;
using Bot.Retrieval.Text;

namespace Bot.Host.Conversations.Responding;

/// <summary>Says how the bot is doing.</summary>
internal sealed class StatusResponder(BotStatus status)
{
    public Reply Respond(TextLanguage language)
    {
        var words = ConversationTexts.Of(language).Status;
        var now = status.Now();
        string?[] lines =
        [
            now.Revision.Length == 0 ? words.NoIndex : words.Index(now.Revision, now.Documents, now.Passages),
            words.Uptime(now.Uptime),
            words.Queue(now.Working, now.Waiting),
            .. now.Platforms.Select(platform => words.Platform(platform.Name, State(words, platform.State))),
            now.StorageProblem is { } problem ? words.Storage(problem) : null,
        ];
        return Reply.Plain(language, string.Join('\n', lines.OfType<string>()));
    }

    private static string State(StatusTexts words, PlatformState state)
    {
        var connection = state.Connection switch
        {
            PlatformConnection.Connected => words.Connected,
            PlatformConnection.Connecting => words.Connecting,
            _ => words.Stopped,
        };
        return state.Problem is { } problem ? $"{connection} ({problem})" : connection;
    }
}
