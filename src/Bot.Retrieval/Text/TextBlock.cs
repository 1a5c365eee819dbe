namespace Bot.Retrieval.Text;

/// <summary>A part of a text that no sentence reaches across.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="IsWhole">A table row or a line of code: one sentence, whatever marks it has.</param>
internal readonly record struct TextBlock(TextSpan Span, bool IsWhole);
