namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A clause in the file. Its matches end where those of the next row start; the last row ends them all.</summary>
/// <param name="Reference">Number of a reference.</param>
/// <param name="Matches">Number of the first of its matches.</param>
internal readonly record struct ClauseEntryRow(int Reference, int Matches);
