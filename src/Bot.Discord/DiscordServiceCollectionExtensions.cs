using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Registers the Discord client.</summary>
public static class DiscordServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="Gateway.IDiscordGateway"/>, <see cref="Rest.IMessageApi"/>, <see cref="Rest.IChannelApi"/>,
    /// <see cref="Rest.IInteractionApi"/> and <see cref="Rest.IApplicationApi"/> as singletons; expects logging to be there.
    /// Options that can't work throw <see cref="OptionsValidationException"/> when the host starts.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, Action<DiscordClientOptions> configure)
    {
        services.AddOptionsWithValidateOnStart<DiscordClientOptions, DiscordClientOptionsValidator>().Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
