using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>A stretch of a document that is a clause.</summary>
/// <param name="Reference">Which; its code is null where the document says none.</param>
/// <param name="Span">Its words.</param>
/// <param name="Also">Another path to the same words: the first paragraph of an article that has one only.</param>
internal sealed record OwnClause(ClauseReference Reference, TextSpan Span, ClauseReference? Also = null);
