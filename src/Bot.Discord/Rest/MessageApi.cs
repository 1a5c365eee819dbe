using System.Text.Json;
using Bot.Discord.Json;
using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

internal sealed class MessageApi(DiscordRestClient client) : IMessageApi
{
    public Task<Message> GetAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.Message(HttpMethod.Get, channelId, messageId)), DiscordJson.Default.Message, cancellationToken);

    public Task<IReadOnlyList<Message>> ListAfterAsync(Snowflake channelId, Snowflake? messageId, CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.MessagesAfter(channelId, messageId)), DiscordJson.Default.IReadOnlyListMessage, cancellationToken);

    public Task<Message> CreateAsync(Snowflake channelId, MessageCreate message, CancellationToken cancellationToken)
    {
        var payload = MessagePayload.From(message) with { Nonce = message.Nonce, EnforceNonce = message.Nonce is null ? null : true };
        var retry = message.Nonce is null ? RetryRule.OnlyIfUnsent : RetryRule.Repeatable;
        return client.SendAsync(
            new(RestRoutes.Messages(HttpMethod.Post, channelId), retry) { Json = Write(payload), Files = message.Files }, DiscordJson.Default.Message, cancellationToken);
    }

    public Task<Message> EditAsync(Snowflake channelId, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken) => client.SendAsync(
        new(RestRoutes.Message(HttpMethod.Patch, channelId, messageId)) { Json = Write(MessagePayload.From(edit)), Files = edit.Files },
        DiscordJson.Default.Message,
        cancellationToken);

    public async Task DeleteAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(new(RestRoutes.Message(HttpMethod.Delete, channelId, messageId)), cancellationToken);
        }
        catch (DiscordApiException ex) when (ex.Code == DiscordErrorCode.UnknownMessage)
        {
            // Gone is what was asked for.
        }
    }

    public Task AddReactionAsync(Snowflake channelId, Snowflake messageId, string emoji, CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.Reaction(HttpMethod.Put, channelId, messageId, emoji)), cancellationToken);

    public Task RemoveReactionAsync(Snowflake channelId, Snowflake messageId, string emoji, CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.Reaction(HttpMethod.Delete, channelId, messageId, emoji)), cancellationToken);

    private static byte[] Write(MessagePayload payload) => JsonSerializer.SerializeToUtf8Bytes(payload, DiscordJson.Default.MessagePayload);
}
