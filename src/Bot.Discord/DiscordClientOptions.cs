using Bot.Discord.Gateway;

namespace Bot.Discord;

/// <summary>Settings of the client; checked when it is first used. A class without <c>ToString</c>: it holds the token.</summary>
public sealed class DiscordClientOptions
{
    /// <summary>The bot's token, without "Bot " before it.</summary>
    public string Token { get; set; } = "";

    /// <summary>Where REST is. The gateway's address comes from there.</summary>
    public Uri ApiBaseAddress { get; set; } = new("https://discord.com/api/v10/");

    public GatewayIntents Intents { get; set; } = GatewayIntents.MentionsOnly;

    /// <summary>Shards in all; null for as many as Discord recommends.</summary>
    public int? ShardCount { get; set; }

    /// <summary>The shards that this process runs; empty for all.</summary>
    public IList<int> ShardIds { get; } = [];

    /// <summary>Where sessions are kept over restarts; null keeps them in memory only.</summary>
    public string? StateFolder { get; set; }

    /// <summary>Whether gateway payloads come as one zlib stream.</summary>
    public bool Compress { get; set; }

    /// <summary>In the <c>User-Agent</c>, where Discord asks for the project's address.</summary>
    public Uri ProjectUrl { get; set; } = new("https://example.org/bot");

    /// <summary>Events received and not yet taken by the handler, for each shard.</summary>
    public int QueueCapacity { get; set; } = 2_000;

    /// <summary>How often an event is offered to a handler that throws.</summary>
    public int HandlerAttempts { get; set; } = 8;

    /// <summary>Bytes; a larger gateway message is refused.</summary>
    public int MaxPayloadBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>For opening a connection, and for its first message.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Between asking for a session and having it.</summary>
    public TimeSpan ReadyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>First pause before a new connection; doubles up to <see cref="MaxReconnectDelay"/>, each drawn at random from 0 to that.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection must last for the pauses to begin anew.</summary>
    public TimeSpan HealthyAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often, at most, the session is written to <see cref="StateFolder"/>.</summary>
    public TimeSpan SaveInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>For handing over received events while stopping.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For one try of a REST call.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For all tries of the first answer to an interaction, which Discord takes for 3 seconds; one try has half of it.</summary>
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(2.8);

    /// <summary>REST calls wait for a rate limit up to this long; a longer one is a transient error at once.</summary>
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The bot's global limit; interactions don't count.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Refused calls in ten minutes after which no more are made. Discord bans the address at 10,000.</summary>
    public int InvalidRequestLimit { get; set; } = 5_000;
}
