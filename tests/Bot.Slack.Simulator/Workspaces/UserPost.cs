using Bot.Slack.Simulator.SocketMode;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>What a person posted, and the events that the app gets of it (none when it isn't subscribed, two for a mention when it follows the channel too).</summary>
public sealed record UserPost(SlackMessage Message, IReadOnlyList<Delivery> Deliveries)
{
    public SlackChannel Channel => Message.Channel;

    /// <summary>The ts of the thread that an answer belongs in.</summary>
    public string RootTs => Message.RootTs;

    /// <summary>What stands in the thread besides the root and people's replies.</summary>
    public IEnumerable<SlackMessage> BotReplies => Channel.Thread(RootTs).Where(message => message.IsFromBot);
}
