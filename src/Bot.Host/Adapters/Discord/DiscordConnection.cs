using Bot.Discord;
using Bot.Discord.Gateway;
using Bot.Host.Conversations;

namespace Bot.Host.Adapters.Discord;

/// <summary>What is known of the connection: who the bot is there, and how it goes. Safe for concurrent use.</summary>
internal sealed class DiscordConnection(IDiscordGateway gateway)
{
    private volatile Identity? _identity;
    private volatile string? _failure;
    private volatile string? _problem;

    /// <summary>The bot's account; null until Discord has told.</summary>
    public Snowflake? Self => _identity?.User;

    public PlatformState State => (_failure, gateway.Health) switch
    {
        ({ } failure, _) => new(PlatformConnection.Failed, failure),
        (_, { HasFailed: true } health) => new(PlatformConnection.Failed, health.Problem ?? Problems(health)),
        (_, { IsReady: true } health) => new(PlatformConnection.Connected, health.Problem),
        (_, { } health) => new(PlatformConnection.Connecting, health.Problem ?? Problems(health) ?? _problem),
    };

    public bool IsSelf(Snowflake? user) => user is not null && user == Self;

    public void Is(Snowflake user) => _identity = new(user);

    /// <summary>Nothing more will happen until somebody changes something.</summary>
    public void Failed(string reason) => _failure = reason;

    /// <summary>What is in the way now, or null.</summary>
    public void Hindered(string? problem) => _problem = problem;

    private static string? Problems(GatewayHealth health) => health.Shards.Select(shard => shard.Problem).FirstOrDefault(problem => problem is not null);

    private sealed record Identity(Snowflake User);
}
