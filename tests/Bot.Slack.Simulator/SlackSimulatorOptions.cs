namespace Bot.Slack.Simulator;

/// <summary>How the simulated Slack behaves. The defaults are Slack's own.</summary>
public sealed record SlackSimulatorOptions
{
    /// <summary>What time it is for Slack: acknowledgement windows, redelivery, triggers, response URLs, rate limits and pings follow it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long an envelope may stay without acknowledgement.</summary>
    public TimeSpan AcknowledgementWindow { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long after a failed delivery each redelivery of an event follows; as many redeliveries as entries.</summary>
    public IReadOnlyList<TimeSpan> RedeliveryDelays { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>How often each socket is pinged.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a socket lives: hello announces it, a warning comes then, and the end ten seconds later.</summary>
    public TimeSpan ApproximateConnectionTime { get; init; } = TimeSpan.FromSeconds(18060);

    /// <summary>Whether the TCP connection stays open after the close handshake until the app ends it, as Slack's does.</summary>
    public bool LeavesTcpOpen { get; init; } = true;

    /// <summary>How many sockets an app may have.</summary>
    public int MaximumSockets { get; init; } = 10;

    /// <summary>How long a WebSocket address may wait to be used.</summary>
    public TimeSpan TicketLifetime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often methods may be called, as a multiple of Slack's own rates; 0 lets everything through.</summary>
    public double RateLimitFactor { get; init; } = 1;

    /// <summary>How many threads of a channel, and how many calls, are remembered; older ones are forgotten.</summary>
    public int HistoryLimit { get; init; } = 100_000;

    /// <summary>The events the app is subscribed to.</summary>
    public IReadOnlySet<string> Subscriptions { get; init; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "app_mention", "message.im", "app_home_opened", "reaction_added", "member_joined_channel", "app_context_changed", "assistant_thread_started",
        "assistant_thread_context_changed", "message_stream_stopped", "app_uninstalled", "tokens_revoked",
    };

    /// <summary>Whether the app is an agent; prompts and titles are refused with <c>not_agent_app</c> else.</summary>
    public bool IsAgent { get; init; } = true;

    /// <summary>Whether the Home tab is turned on.</summary>
    public bool HasHomeTab { get; init; } = true;

    /// <summary>Whether streams are refused with <c>channel_type_not_supported</c>.</summary>
    public bool StreamsUnsupported { get; init; }

    /// <summary>Whether the app is a legacy assistant (split pane) instead of an agent in the Messages tab.</summary>
    public bool LegacyAssistant { get; init; }

    /// <summary>Feeds the choices of chance: which socket gets an envelope, and what <see cref="Faults.DeliveryDisorder"/> does.</summary>
    public int Seed { get; init; } = 1;
}
