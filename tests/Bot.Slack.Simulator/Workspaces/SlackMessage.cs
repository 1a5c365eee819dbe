using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>A message in a channel, as Slack keeps it. Its JSON values must not be changed by tests.</summary>
public sealed class SlackMessage(SlackChannel channel, string ts, string? threadTs, string authorId)
{
    public SlackChannel Channel { get; } = channel;

    /// <summary>The message's id in its channel.</summary>
    public string Ts { get; } = ts;

    /// <summary>The root of the thread that this is a reply in; null for a message of the channel itself.</summary>
    public string? ThreadTs { get; } = threadTs;

    public string AuthorId { get; } = authorId;

    /// <summary>The id of the bot that posted it; null for people.</summary>
    public string? BotId { get; internal init; }

    public string Text { get; internal set; } = "";

    public JsonArray? Blocks { get; internal set; }

    public JsonObject? Metadata { get; internal set; }

    /// <summary>The <c>task_update</c> and <c>plan_update</c> chunks of a stream, in order.</summary>
    public ImmutableArray<JsonObject> StreamChunks { get; internal set; } = [];

    public StreamState Stream { get; internal set; }

    /// <summary>Whether people may stop the stream.</summary>
    public bool IsStoppable { get; internal init; }

    public bool IsDeleted { get; internal set; }

    public bool Unfurls { get; internal set; } = true;

    public string? Subtype { get; internal init; }

    public JsonArray? Files { get; internal init; }

    /// <summary>All that it said, the first first.</summary>
    public ImmutableArray<MessageRevision> Revisions { get; internal set; } = [];

    /// <summary>Who reacted with what.</summary>
    public ImmutableArray<SlackReaction> Reactions { get; internal set; } = [];

    /// <summary>When the message was last edited, as a ts; null when never.</summary>
    public string? EditedTs { get; internal set; }

    /// <summary>The root of the thread: this message's own ts outside of threads.</summary>
    public string RootTs => ThreadTs ?? Ts;

    public bool IsFromBot => BotId is not null;

    public override string ToString() => $"{Channel.Id}/{Ts} by {AuthorId}: {Text}";
}
