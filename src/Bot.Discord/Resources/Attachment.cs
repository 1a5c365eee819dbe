namespace Bot.Discord.Resources;

/// <summary>A file of a message. In a request, <see cref="Id"/> is the index of the uploaded file.</summary>
public sealed record Attachment
{
    public Snowflake Id { get; init; }
    public string? Filename { get; init; }
    public string? Description { get; init; }
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public int? Size { get; init; }
    public Uri? Url { get; init; }
}
