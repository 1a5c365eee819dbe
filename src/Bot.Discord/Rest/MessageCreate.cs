using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

/// <summary>A message to post. Mentions notify nobody unless <see cref="AllowedMentions"/> says so.</summary>
public sealed record MessageCreate
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>See <see cref="Resources.MessageReference.To"/>.</summary>
    public MessageReference? MessageReference { get; init; }
    public MessageFlags Flags { get; init; }
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    /// <summary>
    /// At most 25 characters, the same for each try of the same message. With it Discord makes one message of several tries
    /// within a few minutes, so the client repeats a post whose fate is unknown; without it such a post is never repeated.
    /// Only in <see cref="IMessageApi.CreateAsync"/>.
    /// </summary>
    public string? Nonce { get; init; }
}
