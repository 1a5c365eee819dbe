using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>A glossary term found in a text.</summary>
/// <param name="Span">Where, in the folded text.</param>
/// <param name="Group">The group that the term belongs to.</param>
/// <param name="Term">The folded term.</param>
public readonly record struct GlossaryMatch(TextSpan Span, GlossaryGroup Group, string Term);
