using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Discord.Simulator.State;

/// <summary>A message, as it is at one moment, with everything it has been before.</summary>
public sealed record SimMessage
{
    public required ulong Id { get; init; }

    public required ulong ChannelId { get; init; }

    /// <summary>Null in direct conversations.</summary>
    public ulong? GuildId { get; init; }

    public required ulong AuthorId { get; init; }

    public MessageType Type { get; init; }

    public string Content { get; init; } = "";

    /// <summary>The array of embeds as it was posted.</summary>
    public JsonElement Embeds { get; init; } = Json.EmptyArray;

    /// <summary>The array of components as it was posted.</summary>
    public JsonElement Components { get; init; } = Json.EmptyArray;

    public ImmutableArray<SimAttachment> Attachments { get; init; } = [];

    public MessageFlags Flags { get; init; }

    public JsonElement? Nonce { get; init; }

    /// <summary>The message this one replies to.</summary>
    public ulong? ReferenceId { get; init; }

    /// <summary>The interaction this message answers or follows.</summary>
    public ulong? InteractionId { get; init; }

    /// <summary>Whoever started that interaction.</summary>
    public ulong? InteractionUserId { get; init; }

    /// <summary>Users the text names or the reply answers, pinged or not.</summary>
    public ImmutableArray<ulong> MentionedUsers { get; init; } = [];

    public ImmutableArray<ulong> MentionedRoles { get; init; } = [];

    public Pings Pings { get; init; } = Pings.None;

    public ImmutableArray<SimReaction> Reactions { get; init; } = [];

    public required DateTimeOffset PostedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What the message said before each edit, oldest first.</summary>
    public ImmutableArray<MessageRevision> Earlier { get; init; } = [];

    public bool IsEphemeral => Flags.HasFlag(MessageFlags.Ephemeral);

    /// <summary>True while an interaction's deferred answer is still "thinking…".</summary>
    public bool IsLoading => Flags.HasFlag(MessageFlags.Loading);

    public bool IsDeleted => DeletedAt is not null;

    /// <summary>The components' custom ids, from anywhere in the tree.</summary>
    public IEnumerable<string> CustomIds => Json.StringsNamed(Components, "custom_id");
}
