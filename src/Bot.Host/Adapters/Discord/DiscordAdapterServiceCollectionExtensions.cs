using Bot.Discord;
using Bot.Host.Conversations;
using Bot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Discord;

internal static class DiscordAdapterServiceCollectionExtensions
{
    /// <summary>The bot on Discord. Register it after the conversations.</summary>
    public static IServiceCollection AddDiscordAdapter(this IServiceCollection services)
    {
        services.AddDiscord(static _ => { });
        services.AddOptions<DiscordClientOptions>().Configure<IOptions<DiscordSettings>, IOptions<IndexSettings>, BotHome>(Configure);
        return services
            .AddSingleton<DiscordConnection>()
            .AddSingleton<DiscordThreads>()
            .AddSingleton<DiscordTroubles>()
            .AddSingleton<DiscordAdmins>()
            .AddSingleton<DiscordAutocomplete>()
            .AddSingleton<DiscordCommandRegistrar>()
            .AddSingleton<DiscordPlatform>()
            .AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<DiscordPlatform>())
            .AddSingleton<DiscordEvents>()
            .AddHostedService<DiscordService>();
    }

    private static void Configure(DiscordClientOptions client, IOptions<DiscordSettings> settings, IOptions<IndexSettings> index, BotHome home)
    {
        var discord = settings.Value;
        client.Token = discord.Token;
        client.ApiBaseAddress = new Uri(discord.ApiBaseAddress.TrimEnd('/') + "/");
        client.ShardCount = discord.ShardCount == 0 ? null : discord.ShardCount;
        client.Compress = discord.Compress;
        client.RequestsPerSecond = discord.RequestsPerSecond;
        client.StateFolder = Path.Combine(home.Resolve(index.Value.DataDirectory), DiscordPlatform.PlatformName);
        foreach (var id in IdList.Of(discord.ShardIds))
        {
            client.ShardIds.Add(int.Parse(id));
        }
    }
}
