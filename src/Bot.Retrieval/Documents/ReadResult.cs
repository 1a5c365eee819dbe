using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>What came of reading a file.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    /// <summary>The file's documents, and what had to be left out of it.</summary>
    public sealed record Read(ImmutableArray<Document> Documents) : ReadResult
    {
        /// <summary>Lines that could not be used, of a <c>.jsonl</c> file or of front matter; the rest could.</summary>
        public ImmutableArray<QuarantinedSource> Skipped { get; init; } = [];
    }

    /// <summary>Nothing of the file can be used.</summary>
    public sealed record Quarantined(QuarantinedSource Source) : ReadResult;
}

/// <summary>A file, or a line of one, that is left out.</summary>
/// <param name="Id">The file's id.</param>
/// <param name="Reason">One sentence for the admin: what is wrong and what to do.</param>
/// <param name="Line">The line, counted from 1, where only that is left out.</param>
public sealed record QuarantinedSource(DocumentId Id, string Reason, int? Line = null);
