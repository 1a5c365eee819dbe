using Bot.Discord.Interactions;

namespace Bot.Discord.Rest;

/// <summary>The application and its commands over REST; same habits as <see cref="IMessageApi"/>.</summary>
public interface IApplicationApi
{
    Task<ApplicationInfo> GetApplicationAsync(CancellationToken cancellationToken);

    /// <summary>Where and how to connect, as Discord sees it now; the gateway asks by itself.</summary>
    Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken);

    /// <summary>The commands of a guild, or the global ones where no guild is given; with all localisations.</summary>
    Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake applicationId, Snowflake? guildId, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the commands exactly these, in all kinds; others are removed. Unchanged ones keep their ids. Guild commands act at once.
    /// Compare first (<see cref="ApplicationCommand.Describes"/>): Discord allows 200 new commands a day in each guild (code 30034).
    /// </summary>
    Task<IReadOnlyList<ApplicationCommand>> OverwriteCommandsAsync(
        Snowflake applicationId, Snowflake? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);
}
