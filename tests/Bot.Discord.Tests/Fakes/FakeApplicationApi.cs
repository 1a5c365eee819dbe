using Bot.Discord.Interactions;
using Bot.Discord.Rest;

namespace Bot.Discord.Tests.Fakes;

/// <summary>Answers where to connect; anything else is a test's mistake.</summary>
internal sealed class FakeApplicationApi : IApplicationApi
{
    public int Asked { get; private set; }

    public int Remaining { get; set; } = 1000;

    public int ResetAfter { get; set; } = 3_600_000;

    public int MaxConcurrency { get; set; } = 1;

    public int Shards { get; set; } = 1;

    public DiscordApiException? Failure { get; set; }

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken)
    {
        Asked++;
        return Failure is { } failure
            ? Task.FromException<GatewayBot>(failure)
            : Task.FromResult(new GatewayBot
            {
                Url = new("ws://gateway.test"),
                Shards = Shards,
                SessionStartLimit = new() { Total = 1000, Remaining = Remaining, ResetAfter = ResetAfter, MaxConcurrency = MaxConcurrency },
            });
    }

    public Task<ApplicationInfo> GetApplicationAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake applicationId, Snowflake? guildId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ApplicationCommand>> OverwriteCommandsAsync(
        Snowflake applicationId, Snowflake? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) => throw new NotSupportedException();
}
