namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A step of a clause's path in the file.</summary>
/// <param name="Kind">A <see cref="Clauses.SubdivisionKind"/>.</param>
/// <param name="Value">Number of a string.</param>
internal readonly record struct StepRow(int Kind, int Value);
