using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Where a response URL leads: to a person in a channel, and to the message that was clicked, where one was.</summary>
internal sealed record ResponseUrl(SlackChannel Channel, string UserId, DateTimeOffset Until)
{
    /// <summary>The message that <c>replace_original</c> and <c>delete_original</c> mean.</summary>
    public SlackMessage? Original { get; init; }

    /// <summary>The same, where the original is one that only one person sees.</summary>
    public SlackEphemeral? OriginalEphemeral { get; set; }

    public int Uses { get; set; }
}
