using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>What is shown of a reply before it is there. Used by one caller at a time: the sign, then progress, then the reply.</summary>
internal sealed class SlackLiveReply
{
    /// <summary>The message that becomes the reply.</summary>
    public PostedMessage? Message { get; set; }

    /// <summary>A message was sent and its fate isn't known: look before posting.</summary>
    public bool MayBeThere { get; set; }

    /// <summary>The message that grows.</summary>
    public IGrowingMessage? Growing { get; set; }

    /// <summary>What it has shown.</summary>
    public string Grown { get; set; } = "";

    /// <summary>Its reader has stopped it.</summary>
    public bool IsStopped { get; set; }

    /// <summary>When something was last shown, by the clock's timestamp.</summary>
    public long? ShownAt { get; set; }

    /// <summary>How often the response URL was used.</summary>
    public int ResponsesSent { get; set; }

    /// <summary>The modal that waits for its words.</summary>
    public OpenedView? View { get; set; }
}
