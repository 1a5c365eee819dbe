using Bot.Discord.Gateway;
using Bot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Registers the Discord client.</summary>
public static class DiscordServiceCollectionExtensions
{
    /// <summary>The key under which a host may register its own <see cref="HttpMessageHandler"/> and <c>Func&lt;double&gt;</c> (chance from 0 to 1) for the client.</summary>
    public const string ServiceKey = "Bot.Discord";

    /// <summary>
    /// Registers <see cref="IDiscordGateway"/>, <see cref="IMessageApi"/>, <see cref="IChannelApi"/>, <see cref="IInteractionApi"/> and
    /// <see cref="IApplicationApi"/> as singletons; expects logging to be there. Options that can't work throw
    /// <see cref="OptionsValidationException"/> when the host starts, or else on first use.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, Action<DiscordClientOptions> configure)
    {
        services.AddOptionsWithValidateOnStart<DiscordClientOptions, DiscordClientOptionsValidator>().Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton<Func<double>>(ServiceKey, (_, _) => Jitter.Next);
        services.TryAddKeyedSingleton<HttpMessageHandler>(ServiceKey, (_, _) => NewHttpHandler());
        services.TryAddSingleton<DiscordMetrics>();
        services.TryAddSingleton<TokenGuard>();
        services.TryAddSingleton(NewRestClient);
        services.TryAddSingleton<IMessageApi, MessageApi>();
        services.TryAddSingleton<IChannelApi, ChannelApi>();
        services.TryAddSingleton<IApplicationApi, ApplicationApi>();
        services.TryAddSingleton<IInteractionApi>(provider => new InteractionApi(
            provider.GetRequiredService<DiscordRestClient>(), Options(provider), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IGatewayTransportFactory>(provider => new WebSocketTransportFactory(Options(provider)));
        services.TryAddSingleton<IDiscordGateway>(NewGateway);
        return services;
    }

    // A redirect would carry the token elsewhere. Connections are renewed now and then, to follow changes of the address.
    private static SocketsHttpHandler NewHttpHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Traces of HTTP hold the whole address, and so the token of an interaction; without a propagator there are none.
        ActivityHeadersPropagator = null,
    };

    private static DiscordRestClient NewRestClient(IServiceProvider provider) => new(
        // The client has time-outs of its own, by the injected clock.
        new HttpClient(provider.GetRequiredKeyedService<HttpMessageHandler>(ServiceKey), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan },
        Options(provider),
        provider.GetRequiredService<TokenGuard>(),
        provider.GetRequiredService<DiscordMetrics>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredKeyedService<Func<double>>(ServiceKey),
        provider.GetRequiredService<ILogger<DiscordRestClient>>());

    private static GatewayClient NewGateway(IServiceProvider provider)
    {
        var services = new GatewayServices(
            Options(provider),
            provider.GetRequiredService<IGatewayTransportFactory>(),
            provider.GetRequiredService<DiscordMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredKeyedService<Func<double>>(ServiceKey),
            provider.GetRequiredService<ILoggerFactory>());
        return new(services, provider.GetRequiredService<IApplicationApi>(), provider.GetRequiredService<TokenGuard>());
    }

    private static DiscordClientOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DiscordClientOptions>>().Value;
}
