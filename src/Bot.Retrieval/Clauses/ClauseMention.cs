using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>A place in a text that refers to clauses: one, or each of a list or range.</summary>
/// <param name="Span">The words of the reference, code included.</param>
/// <param name="References">At least one, in written order.</param>
public sealed record ClauseMention(TextSpan Span, ImmutableArray<ClauseReference> References);
