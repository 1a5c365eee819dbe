using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Host.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Discord;

/// <summary>Makes Discord's commands the bot's, writing only where something changed: Discord counts new commands.</summary>
internal sealed partial class DiscordCommandRegistrar(
    IApplicationApi applications, IOptions<DiscordSettings> settings, ILogger<DiscordCommandRegistrar> logger)
{
    /// <summary>In the servers that the settings name, else everywhere.</summary>
    /// <exception cref="DiscordApiException">Discord refuses or is out of reach.</exception>
    public async Task RegisterAsync(Snowflake application, CancellationToken cancellationToken)
    {
        var servers = IdList.Of(settings.Value.CommandServers);
        if (servers.Length == 0)
        {
            await RegisterAsync(application, server: null, cancellationToken);
            return;
        }
        foreach (var server in servers)
        {
            await RegisterAsync(application, Snowflake.Parse(server), cancellationToken);
        }
    }

    private async Task RegisterAsync(Snowflake application, Snowflake? server, CancellationToken cancellationToken)
    {
        var wanted = DiscordCommands.All(forEverywhere: server is null);
        var there = await applications.GetCommandsAsync(application, server, cancellationToken);
        if (AreSame(wanted, there))
        {
            Log.Unchanged(logger, there.Count);
            return;
        }
        await applications.OverwriteCommandsAsync(application, server, wanted, cancellationToken);
        Log.Written(logger, wanted.Length);
    }

    private static bool AreSame(IReadOnlyList<ApplicationCommand> wanted, IReadOnlyList<ApplicationCommand> there) =>
        wanted.Count == there.Count
        && wanted.All(command => there.Any(other => other.Type == command.Type && other.Name == command.Name && command.Describes(other)));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The {Commands} slash commands are as they should be")]
        public static partial void Unchanged(ILogger logger, int commands);

        [LoggerMessage(LogLevel.Information, "Wrote {Commands} slash commands")]
        public static partial void Written(ILogger logger, int commands);
    }
}
