namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Words of a document that speak of a clause.</summary>
/// <param name="Reference">Number of a reference.</param>
/// <param name="Passage">Number of a passage.</param>
/// <param name="Span">In the document's text.</param>
/// <param name="Quote">In the document's text.</param>
/// <param name="IsTentative">1 or 0.</param>
internal readonly record struct ClauseMentionRow(int Reference, int Passage, StoredSpan Span, StoredSpan Quote, int IsTentative);
