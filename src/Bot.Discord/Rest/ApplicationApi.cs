using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Json;

namespace Bot.Discord.Rest;

internal sealed class ApplicationApi(DiscordRestClient client) : IApplicationApi
{
    public Task<ApplicationInfo> GetApplicationAsync(CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.Application), DiscordJson.Default.ApplicationInfo, cancellationToken);

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.GatewayBot), DiscordJson.Default.GatewayBot, cancellationToken);

    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake applicationId, Snowflake? guildId, CancellationToken cancellationToken) => client.SendAsync(
        new(RestRoutes.Commands(HttpMethod.Get, applicationId, guildId, "?with_localizations=true")), DiscordJson.Default.IReadOnlyListApplicationCommand, cancellationToken);

    public Task<IReadOnlyList<ApplicationCommand>> OverwriteCommandsAsync(
        Snowflake applicationId, Snowflake? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) => client.SendAsync(
        new(RestRoutes.Commands(HttpMethod.Put, applicationId, guildId))
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListApplicationCommand),
        },
        DiscordJson.Default.IReadOnlyListApplicationCommand,
        cancellationToken);
}
