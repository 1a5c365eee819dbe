using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Searching;

/// <summary>A passage found for a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The fused score, comparable within one question only.</param>
/// <param name="LexicalScore">Its lexical part, 0 to 1 of the question's best.</param>
/// <param name="VectorScore">Its vector part, 0 to 1 of the question's best.</param>
public sealed record RetrievedPassage(Passage Passage, double Score, double LexicalScore, double VectorScore);
