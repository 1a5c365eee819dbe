using System.Text.Json.Serialization;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Rest;

namespace Bot.Discord.Simulator;

/// <summary>How this Discord is to be. The defaults suit a test that wants no surprises and no waiting.</summary>
public sealed class DiscordSimulatorOptions
{
    /// <summary>The port of REST and gateway; 0 takes a free one. The resume host always takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The bot token that is good; any other is refused.</summary>
    public string Token { get; init; } = "simulated.bot.token";

    /// <summary>The clock of tokens, sessions, rate limits and delays. A manual one lets a test move them.</summary>
    [JsonIgnore]
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where chance begins, for faults that come by chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What Hello tells clients.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(41.25);

    /// <summary>How long a session without a connection can be resumed.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How many events a session keeps for replay.</summary>
    public int ReplayLimit { get; init; } = 5_000;

    /// <summary>How many messages, threads, interactions and log entries are remembered; the oldest go first.</summary>
    public int HistoryLimit { get; init; } = 20_000;

    /// <summary>Identifies left today.</summary>
    public int SessionStarts { get; init; } = 1_000;

    /// <summary>Identifies at a time in each <see cref="IdentifyWindow"/>.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Discord's is 5 s; zero lets tests identify as often as they like.</summary>
    public TimeSpan IdentifyWindow { get; init; } = TimeSpan.Zero;

    /// <summary>The shard count that <c>/gateway/bot</c> advises; above 1, sharding is required.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The privileged intents that are switched on in the developer portal.</summary>
    public Intents GrantedIntents { get; init; } = Intents.Privileged;

    public RateLimitPlan RateLimits { get; init; } = RateLimitPlan.Generous;

    /// <summary>True keeps <see cref="DiscordSimulator.DisposeAsync"/> from throwing for calls that Discord doesn't know.</summary>
    public bool TolerateUnexpected { get; init; }

    /// <summary>The application's flags, which say what privileged intents it is granted, in the form for applications in few guilds.</summary>
    internal int ApplicationFlags =>
        (GrantedIntents.HasFlag(Intents.GuildPresences) ? 1 << 13 : 0)
        | (GrantedIntents.HasFlag(Intents.GuildMembers) ? 1 << 15 : 0)
        | (GrantedIntents.HasFlag(Intents.MessageContent) ? 1 << 19 : 0);
}
