using Bot.Host.Conversations;
using Bot.Slack.SocketMode.Payloads;
using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>Takes a thumb under one of the bot's answers as an opinion of it.</summary>
internal sealed class SlackReactions(SlackAnswers answers, SlackConnection connection, TimeProvider clock)
{
    // The envelope waits for it, and comes again where this isn't enough.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Null where the reaction means nothing.</summary>
    /// <exception cref="SlackApiException">Slack can't be asked which answer it was.</exception>
    public async Task<IncomingMessage?> ReadAsync(EventContext context, ReactionEvent reaction, CancellationToken cancellationToken)
    {
        if (IsHelpful(reaction.Reaction) is not { } helpful
            || reaction is not { User: { } user, Item: { Type: "message", Channel: { } channel, Ts: { } ts } }
            || connection.Self is not { } self
            || reaction.ItemUser != self.UserId
            || user == self.UserId)
        {
            return null;
        }
        using var limit = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await answers.FindAsync(new PostedMessage(channel, ts), both.Token) is not { } answer
            ? null
            : new IncomingMessage
            {
                Event = SlackKeys.Event(context.EventId),
                Conversation = SlackKeys.Person(channel, user),
                Author = user,
                Request = new Request.Rate(answer, helpful),
                Address = new SlackAddress { Way = SlackReplyWay.Silent, Channel = channel, User = user }.Write(),
                ReceivedAt = clock.GetUtcNow(),
            };
    }

    // Skin tones follow after two colons.
    private static bool? IsHelpful(string? reaction) => reaction?.Split("::")[0] switch
    {
        "+1" or "thumbsup" => true,
        "-1" or "thumbsdown" => false,
        _ => null,
    };
}
