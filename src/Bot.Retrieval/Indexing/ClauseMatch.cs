using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>A passage that is a clause or speaks of it.</summary>
/// <param name="Reference">The clause, with its code where that is known.</param>
/// <param name="Passage">Where its words stand.</param>
/// <param name="Quote">The clause's own words, or the sentences that speak of it: in the document's coordinates, inside the passage.</param>
/// <param name="IsOwnText">Whether the quote is the clause itself.</param>
public sealed record ClauseMatch(ClauseReference Reference, Passage Passage, TextSpan Quote, bool IsOwnText)
{
    /// <summary>The quoted words, letter for letter.</summary>
    public string Text => Passage.Document.Text.Substring(Quote.Start, Quote.Length);
}
