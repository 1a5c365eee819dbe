namespace Bot.Discord.Resources;

/// <summary>
/// A framed block of text. Limits, in characters: title 256, description 4,096, 25 fields, footer 2,048, author 256; all embeds
/// of a message together 6,000, and at most 10 of them. Discord refuses what is longer with code 50035.
/// </summary>
public sealed record Embed
{
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Url { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }
    public IReadOnlyList<EmbedField>? Fields { get; init; }
    public EmbedFooter? Footer { get; init; }
    public EmbedAuthor? Author { get; init; }
}

/// <summary>Name at most 256 characters, value at most 1,024; neither may be empty.</summary>
public sealed record EmbedField(string Name, string Value, bool Inline = false);

public sealed record EmbedFooter(string Text);

public sealed record EmbedAuthor(string Name, string? Url = null);
