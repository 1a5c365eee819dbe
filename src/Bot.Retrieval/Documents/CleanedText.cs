namespace Bot.Retrieval.Documents;

/// <summary>A text after cleaning.</summary>
/// <param name="Text">The cleaned characters.</param>
/// <param name="Source">From each of them back to the raw text.</param>
public sealed record CleanedText(string Text, SourceMap Source);
