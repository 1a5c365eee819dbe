namespace Bot.Retrieval.Indexing;

/// <summary>A passage by its number in the snapshot, and a score.</summary>
internal readonly record struct ScoredPassage(int Passage, double Score);
