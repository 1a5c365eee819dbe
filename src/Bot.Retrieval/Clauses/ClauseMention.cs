using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>A place in a text that refers to clauses: one, or each of a list or range.</summary>
/// <param name="Span">The words of the reference, code included.</param>
/// <param name="References">At least one, in written order.</param>
public sealed record ClauseMention(TextSpan Span, ImmutableArray<ClauseReference> References)
{
    /// <summary>Whether it is a reference only where the documents have such a clause: <c>22603b</c>, <c>12.3.4</c>, 54条.</summary>
    public bool IsTentative { get; init; }

    public CodeScope Scope { get; init; }

    /// <summary>
    /// The words just before the clause in which a code's name may end. Chinese doesn't show where a name starts, so
    /// that who knows the codes looks for the longest one.
    /// </summary>
    public string? CodeCandidate { get; init; }
}
