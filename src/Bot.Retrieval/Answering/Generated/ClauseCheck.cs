using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Holds the clauses that a sentence names against those that what it rests on names, or is.</summary>
internal static class ClauseCheck
{
    /// <summary>The first that isn't there; null where all are. Also gives the places of all, found or not.</summary>
    public static (string? Missing, List<TextSpan> Places) Check(string sentence, IReadOnlyCollection<Evidence> evidence, ClauseIndex clauses)
    {
        var places = new List<TextSpan>();
        foreach (var mention in ClauseParser.FindAll(sentence))
        {
            var known = evidence.SelectMany(Known).ToList();
            var missing = mention.References.FirstOrDefault(reference => !known.Exists(other => IsSame(reference, other, evidence)) && !Stands(reference, evidence, clauses));
            if (missing is null)
            {
                places.Add(mention.Span);
            }
            else if (!mention.IsTentative)
            {
                return (missing.FullName, places);
            }
        }
        return (null, places);
    }

    // What its sentences name, and what its heading says it is.
    private static IEnumerable<ClauseReference> Known(Evidence evidence) => evidence.Offered.Passage.ClauseMentions
        .Where(mention => mention.Span.Overlaps(evidence.Span))
        .Concat(ClauseParser.FindAll(evidence.Heading))
        .Concat(ClauseParser.FindAll(evidence.Text))
        .SelectMany(mention => mention.References);

    // "Section 22603" may be said of what 22603(b) says, not the other way round.
    private static bool IsSame(ClauseReference named, ClauseReference known, IReadOnlyCollection<Evidence> evidence) =>
        named.Contains(known)
        && (named.Code is null || named.Code == known.Code || evidence.Any(piece => Names(piece, named.CodeName ?? named.Code)));

    // As the index knows it: the words under "(b)" are 22603(b) though they don't say so.
    private static bool Stands(ClauseReference named, IReadOnlyCollection<Evidence> evidence, ClauseIndex clauses) =>
        clauses.Find(named) is ClauseLookupResult.Found found
        && found.Matches.Any(match => evidence.Any(piece => piece.Offered.Passage.Id == match.Passage.Id && match.Quote.Overlaps(piece.Span)));

    private static bool Names(Evidence evidence, string code) =>
        TextFolder.FoldToString(evidence.Heading + evidence.Text).Contains(TextFolder.FoldToString(code), StringComparison.Ordinal);
}
