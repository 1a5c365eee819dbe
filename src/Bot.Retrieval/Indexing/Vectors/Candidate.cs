namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>A passage that the first pass lets through.</summary>
/// <param name="Bound">Its cosine is hardly above.</param>
/// <param name="Place">In its segment.</param>
/// <param name="Passage">Its number.</param>
internal readonly record struct Candidate(float Bound, int Place, int Passage);
