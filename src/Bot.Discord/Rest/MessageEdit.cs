using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

/// <summary>Changes to a message: null leaves as it is, empty takes away.</summary>
public sealed record MessageEdit
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }
    public MessageFlags? Flags { get; init; }
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>Files to add. Where there are any, the files the message had are removed.</summary>
    public IReadOnlyList<FileUpload> Files { get; init; } = [];
}
