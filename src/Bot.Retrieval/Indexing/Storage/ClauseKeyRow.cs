namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A key that leads to a clause of a section.</summary>
/// <param name="Key">Number of a string.</param>
/// <param name="Entry">Number of the clause.</param>
internal readonly record struct ClauseKeyRow(int Key, int Entry);
