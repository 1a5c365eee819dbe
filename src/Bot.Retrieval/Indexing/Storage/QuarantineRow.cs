namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A file, or a line of one, that is left out.</summary>
/// <param name="Id">Number of a string.</param>
/// <param name="Reason">Number of a string.</param>
/// <param name="Line">From 1; 0 for the whole file.</param>
internal readonly record struct QuarantineRow(int Id, int Reason, int Line);
