namespace Bot.Slack.WebApi.Methods;

/// <summary>Reads channels and threads.</summary>
internal sealed class ConversationMethods(MethodCaller caller) : IConversations
{
    private const int PageSize = 100;
    private const int PagesOfHistory = 3;

    // Slack's reading methods are safest with form bodies.
    private static readonly SlackMethod Replies = new("conversations.replies", Repetition.Harmless, BodyFormat.Form);
    private static readonly SlackMethod History = new("conversations.history", Repetition.Harmless, BodyFormat.Form);

    public async Task<IReadOnlyList<ThreadMessage>> ThreadAsync(string channel, string threadTs, string? oldest, CancellationToken cancellationToken)
    {
        var all = new List<ThreadMessage>();
        string? cursor = null;
        do
        {
            var page = await caller.CallAsync(
                Replies, new ThreadArguments(channel, threadTs, oldest, cursor, PageSize), SlackJson.Wire.ThreadArguments,
                SlackJson.Wire.MessagesAnswer, channel: null, cancellationToken);
            all.AddRange(page.Messages ?? []);
            cursor = page.ResponseMetadata?.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
        return all;
    }

    public async Task<ThreadMessage?> MessageAsync(PostedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            // For a reply Slack gives that reply alone, for a root its whole thread, the root first.
            var page = await caller.CallAsync(
                Replies, new ThreadArguments(message.Channel, message.Ts, Oldest: null, Cursor: null, Limit: 1), SlackJson.Wire.ThreadArguments,
                SlackJson.Wire.MessagesAnswer, channel: null, cancellationToken);
            return page.Messages?.FirstOrDefault(found => found.Ts == message.Ts);
        }
        catch (SlackApiException failure) when (failure.Code == "thread_not_found")
        {
            return null;
        }
    }

    public async Task<PostedMessage?> FindAsync(string channel, string? threadTs, string answerId, CancellationToken cancellationToken)
    {
        string? cursor = null;
        for (var page = 1; ; page++)
        {
            var answer = await PageAsync(channel, threadTs, cursor, cancellationToken);
            if (answer.Messages?.FirstOrDefault(message => message.Metadata?.AnswerId == answerId) is { } found)
            {
                return new PostedMessage(channel, found.Ts);
            }
            cursor = answer.ResponseMetadata?.NextCursor;
            // A thread is read to its end, because its newest messages come last; a channel's come first.
            if (string.IsNullOrEmpty(cursor) || (threadTs is null && page == PagesOfHistory))
            {
                return null;
            }
        }
    }

    private Task<MessagesAnswer> PageAsync(string channel, string? threadTs, string? cursor, CancellationToken cancellationToken) => threadTs is null
        ? caller.CallAsync(
            History, new HistoryArguments(channel, Oldest: null, cursor, PageSize), SlackJson.Wire.HistoryArguments,
            SlackJson.Wire.MessagesAnswer, channel: null, cancellationToken)
        : caller.CallAsync(
            Replies, new ThreadArguments(channel, threadTs, Oldest: null, cursor, PageSize), SlackJson.Wire.ThreadArguments,
            SlackJson.Wire.MessagesAnswer, channel: null, cancellationToken);
}
