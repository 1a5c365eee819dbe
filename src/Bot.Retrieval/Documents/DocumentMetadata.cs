namespace Bot.Retrieval.Documents;

/// <summary>What a file says about itself; <see langword="null"/> where it says nothing.</summary>
internal sealed record DocumentMetadata
{
    public static DocumentMetadata None { get; } = new();

    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    public string? Author { get; init; }

    public Uri? Link { get; init; }

    /// <summary>Fills what is missing here from another place.</summary>
    public DocumentMetadata Or(DocumentMetadata other) => new()
    {
        Title = Title ?? other.Title,
        Date = Date ?? other.Date,
        Author = Author ?? other.Author,
        Link = Link ?? other.Link,
    };
}
