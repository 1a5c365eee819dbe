using Bot.Discord.Rest;

namespace Bot.Discord.Gateway;

internal sealed class WebSocketTransportFactory(DiscordClientOptions options) : IGatewayTransportFactory
{
    public IGatewayTransport Create() => new WebSocketTransport(DiscordRestClient.UserAgent(options.ProjectUrl), options.MaxPayloadBytes);
}
