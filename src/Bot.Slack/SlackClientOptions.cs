namespace Bot.Slack;

/// <summary>How the client reaches Slack. A class, not a record: its text must not print a token.</summary>
public sealed class SlackClientOptions
{
    /// <summary>The <c>xapp-</c> token, which only opens connections.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>The <c>xoxb-</c> token, for everything else.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Where the Web API is; ends in a slash. The addresses of the sockets come from its answers.</summary>
    public Uri ApiBaseAddress { get; set; } = new("https://slack.com/api/");

    /// <summary>How the client names itself.</summary>
    public string UserAgent { get; set; } = "Bot.Slack/1.0";

    /// <summary>Sockets held at once, 1 to 10. Two, so that Slack may replace one of them and nothing is missed.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>Asks Slack to recycle the sockets early, for a try-out with the real service.</summary>
    public bool DebugReconnects { get; set; }

    /// <summary>How long one call of the Web API may take.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a call is tried in all. Waiting for a rate limit doesn't count.</summary>
    public int CallAttempts { get; set; } = 6;

    /// <summary>How long one call may wait for rate limits, all waits together.</summary>
    public TimeSpan RateLimitPatience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The first wait between attempts of a call; it doubles up to ten seconds.</summary>
    public TimeSpan CallBackoff { get; set; } = TimeSpan.FromMilliseconds(500);

    public SocketModeTimings Timings { get; set; } = new();

    /// <summary>Larger socket messages end the connection, in bytes.</summary>
    public int MaximumMessageBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Envelopes that may wait for the handler.</summary>
    public int QueueLength { get; set; } = 4096;

    /// <summary>Envelopes handled at the same time.</summary>
    public int Handlers { get; set; } = 16;
}
