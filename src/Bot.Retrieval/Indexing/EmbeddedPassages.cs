using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Indexing;

/// <summary>The vectors of a snapshot's new passages.</summary>
/// <param name="Model">That made them.</param>
/// <param name="Dimensions">Of each; those of the last snapshot where there are no new passages.</param>
/// <param name="Segment">By their place among the new passages.</param>
/// <param name="Made">How many were made, and not known from before.</param>
internal sealed record EmbeddedPassages(string Model, int Dimensions, VectorSegment Segment, int Made);
