using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Indexing;

/// <summary>The glossary that lies beside the documents, as it was read.</summary>
/// <param name="Glossary">As far as it could be read.</param>
/// <param name="ContentHash">Of the file's bytes; null where there is none, or it can't be opened.</param>
/// <param name="Problems">What couldn't be read.</param>
internal sealed record SeedsGlossary(Glossary Glossary, string? ContentHash, ImmutableArray<QuarantinedSource> Problems)
{
    private static readonly DocumentId Id = new(SeedsFolder.GlossaryName);

    /// <summary>Of the first source that has one. Opened each time, since it is small; parsed where its bytes have changed.</summary>
    public static SeedsGlossary Read(IReadOnlyList<string> sources, IndexSnapshot previous)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(previous);
        if (sources.Select(source => Path.Combine(source, SeedsFolder.GlossaryName)).FirstOrDefault(File.Exists) is not { } path)
        {
            return new(PreviousIfSame(Glossary.Empty, previous), null, []);
        }
        try
        {
            var bytes = File.ReadAllBytes(path);
            var hash = Documents.ContentHash.Of(bytes);
            return hash == previous.GlossaryHash
                ? new(previous.Glossary, hash, [.. previous.Quarantined.Where(left => left.Id == Id)])
                : Parse(bytes, hash, previous);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return new(PreviousIfSame(Glossary.Empty, previous), null, [new(Id, $"The glossary can't be read ({ex.Message}): give the bot's account permission to read it.", 1)]);
        }
    }

    private static SeedsGlossary Parse(byte[] bytes, string hash, IndexSnapshot previous)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        var reading = GlossaryReader.Read(reader);
        return new(
            PreviousIfSame(reading.Glossary, previous),
            hash,
            [.. reading.Problems.Select(problem => new QuarantinedSource(Id, problem.Reason, problem.Line))]);
    }

    // Whoever compares snapshots compares references.
    private static Glossary PreviousIfSame(Glossary glossary, IndexSnapshot previous) => glossary.HasSameGroupsAs(previous.Glossary) ? previous.Glossary : glossary;
}
