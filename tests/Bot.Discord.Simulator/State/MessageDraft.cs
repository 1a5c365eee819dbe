using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Discord.Simulator.State;

/// <summary>What is about to be posted; everything in it has been checked.</summary>
internal sealed record MessageDraft(ulong AuthorId, SimChannel Channel, string Content)
{
    public MessageType Type { get; init; }

    public JsonElement Embeds { get; init; } = Json.EmptyArray;

    public JsonElement Components { get; init; } = Json.EmptyArray;

    public ImmutableArray<SimAttachment> Attachments { get; init; } = [];

    public MessageFlags Flags { get; init; }

    public JsonElement? Nonce { get; init; }

    public ulong? ReferenceId { get; init; }

    public ulong? InteractionId { get; init; }

    public ulong? InteractionUserId { get; init; }

    /// <summary>Null where the request had no <c>allowed_mentions</c>.</summary>
    public JsonElement? AllowedMentions { get; init; }
}
