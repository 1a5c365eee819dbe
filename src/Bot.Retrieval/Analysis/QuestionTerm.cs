using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>A term of a question.</summary>
/// <param name="Text">As the index writes it.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Weight">0 to 1: how much it counts, beside its rarity, in ranking passages.</param>
/// <param name="Certainty">0 to 1: how much it counts, beside its rarity, in judging whether the best passage answers.</param>
/// <param name="Span">Where it stands in the question.</param>
internal readonly record struct QuestionTerm(string Text, TermKind Kind, double Weight, double Certainty, TextSpan Span);
