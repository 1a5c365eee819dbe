namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A passage that is a clause, or a part of it.</summary>
/// <param name="Passage">Number of a passage.</param>
/// <param name="Quote">In the document's text.</param>
internal readonly record struct ClauseMatchRow(int Passage, StoredSpan Quote);
