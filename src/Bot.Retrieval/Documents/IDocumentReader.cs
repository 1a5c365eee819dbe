namespace Bot.Retrieval.Documents;

/// <summary>Reads one format.</summary>
public interface IDocumentReader
{
    /// <summary>Whether this reader takes files with this extension (with its dot, lower case).</summary>
    bool Reads(string extension);

    /// <summary>
    /// Reads a file's bytes into documents: one, or one a line for <c>.jsonl</c>. What is wrong with the file itself
    /// comes back as <see cref="ReadResult.Quarantined"/>.
    /// </summary>
    Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
