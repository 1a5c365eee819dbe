namespace Bot.Retrieval.Documents;

/// <summary>A file below the seeds folder, before it is read.</summary>
/// <param name="Id">Its path below the folder, with forward slashes.</param>
/// <param name="FullPath">Where it is on disk.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Modified">Last write time.</param>
public sealed record SourceFile(DocumentId Id, string FullPath, long Length, DateTimeOffset Modified);
