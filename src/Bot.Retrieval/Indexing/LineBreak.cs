using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>A line at which a part of a document starts.</summary>
/// <param name="Start">Where the line starts in the text.</param>
/// <param name="Level">The heading's, 1 for the outermost; 0 for a chapter or clause that no markup tells.</param>
/// <param name="Reference">The clause that the line opens, if any.</param>
internal readonly record struct LineBreak(int Start, int Level, ClauseReference? Reference);
