namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A passage that is or speaks of a clause.</summary>
/// <param name="Reference">Number of a reference.</param>
/// <param name="Passage">Number of a passage.</param>
/// <param name="Quote">In the document's text.</param>
/// <param name="IsOwnText">1 or 0.</param>
internal readonly record struct ClauseMatchRow(int Reference, int Passage, StoredSpan Quote, int IsOwnText);
