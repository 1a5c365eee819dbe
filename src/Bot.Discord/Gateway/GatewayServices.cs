using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>What every part of the gateway client works with.</summary>
internal sealed record GatewayServices(
    DiscordClientOptions Options, IGatewayTransportFactory Transports, DiscordMetrics Metrics, TimeProvider Clock, Func<double> Jitter, ILoggerFactory Loggers)
{
    // A record would print its options' token.
    public override string ToString() => nameof(GatewayServices);
}
