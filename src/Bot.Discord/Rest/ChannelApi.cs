using System.Text.Json;
using Bot.Discord.Json;
using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

internal sealed class ChannelApi(DiscordRestClient client) : IChannelApi
{
    public Task<Channel> GetAsync(Snowflake channelId, CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.Channel(HttpMethod.Get, channelId, "", "")), DiscordJson.Default.Channel, cancellationToken);

    public async Task<Channel> StartThreadAsync(Snowflake channelId, Snowflake messageId, ThreadCreate thread, CancellationToken cancellationToken)
    {
        var route = RestRoutes.Message(HttpMethod.Post, channelId, messageId, "/threads");
        try
        {
            // A message has at most one thread, so a second try can't make another.
            return await client.SendAsync(
                new(route) { Json = JsonSerializer.SerializeToUtf8Bytes(thread, DiscordJson.Default.ThreadCreate) }, DiscordJson.Default.Channel, cancellationToken);
        }
        catch (DiscordApiException ex) when (ex.Code == DiscordErrorCode.ThreadAlreadyExists)
        {
            return await GetAsync(messageId, cancellationToken);
        }
    }

    public Task TriggerTypingAsync(Snowflake channelId, CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.Channel(HttpMethod.Post, channelId, "/typing", "/typing")), cancellationToken);
}
