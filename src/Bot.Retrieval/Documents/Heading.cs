using Bot.Retrieval.Text;

namespace Bot.Retrieval.Documents;

/// <summary>A heading in a document's text.</summary>
/// <param name="Span">The whole heading line or lines, markup included, without the line end.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Text">What it says, without markup.</param>
public sealed record Heading(TextSpan Span, int Level, string Text);
