using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

/// <summary>
/// Answers to interactions, which stand outside the bot's global rate limit; otherwise the same habits as <see cref="IMessageApi"/>.
/// A token works for 15 minutes; afterwards Discord answers with code 10015 or 50027.
/// </summary>
public interface IInteractionApi
{
    /// <summary>
    /// The first answer, due within 3 seconds of the interaction. Repeated within <see cref="DiscordClientOptions.CallbackTimeout"/>,
    /// then given up. Code 10062: too late. Code 40060: answered before, perhaps by another process.
    /// </summary>
    Task RespondAsync(Snowflake interactionId, InteractionToken token, InteractionResponse response, CancellationToken cancellationToken);

    /// <summary>The message of the first answer.</summary>
    Task<Message> GetOriginalAsync(Snowflake applicationId, InteractionToken token, CancellationToken cancellationToken);

    /// <summary>Changes the first answer, or fills a deferred one.</summary>
    Task<Message> EditOriginalAsync(Snowflake applicationId, InteractionToken token, MessageEdit edit, CancellationToken cancellationToken);

    Task DeleteOriginalAsync(Snowflake applicationId, InteractionToken token, CancellationToken cancellationToken);

    /// <summary>A further message. Discord knows no nonce here: it is repeated only when it surely never left.</summary>
    Task<Message> CreateFollowUpAsync(Snowflake applicationId, InteractionToken token, MessageCreate message, CancellationToken cancellationToken);

    Task<Message> EditFollowUpAsync(Snowflake applicationId, InteractionToken token, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken);

    Task DeleteFollowUpAsync(Snowflake applicationId, InteractionToken token, Snowflake messageId, CancellationToken cancellationToken);
}
