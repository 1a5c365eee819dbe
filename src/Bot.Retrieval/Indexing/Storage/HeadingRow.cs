namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A heading in the file.</summary>
/// <param name="Span">In its document's text.</param>
/// <param name="Level">From 1.</param>
/// <param name="Text">Number of a string.</param>
internal readonly record struct HeadingRow(StoredSpan Span, int Level, int Text);
