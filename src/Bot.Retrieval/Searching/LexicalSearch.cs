using System.Buffers;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>
/// BM25 over two fields: a title occurrence counts <see cref="TitleWeight"/> text occurrences, and each field is
/// normalised by its own length (BM25F, Robertson and Zaragoza 2009). Parameters were chosen on the open question sets.
/// </summary>
internal static class LexicalSearch
{
    /// <summary>How soon further occurrences stop counting.</summary>
    public const double Saturation = 1.2;

    private const double LengthNormalisation = 0.7;
    private const double TitleWeight = 1.5;
    private const double TitleLengthNormalisation = 0.5;

    public static QueryTerm[] Resolve(IReadOnlyList<QuestionTerm> terms, LexicalIndex index)
    {
        var resolved = new QueryTerm[terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            var known = index.TryGetTerm(terms[i].Text, out var id);
            var idf = index.Idf(known ? index.Postings(id).Length : 0);
            resolved[i] = new(terms[i], known ? id : -1, terms[i].Weight * idf);
        }
        return resolved;
    }

    /// <summary>The best passages by score, then by number; none that match nothing.</summary>
    public static ScoredPassage[] Top(IReadOnlyList<QueryTerm> terms, LexicalIndex index, Func<int, bool>? allowed, int limit)
    {
        var scores = ArrayPool<double>.Shared.Rent(Math.Max(1, index.PassageCount));
        scores.AsSpan(0, index.PassageCount).Clear();
        try
        {
            foreach (var term in terms)
            {
                if (term.IsKnown)
                {
                    Accumulate(term, index, scores);
                }
            }
            var best = new TopPassages(limit);
            for (var passage = 0; passage < index.PassageCount; passage++)
            {
                if (scores[passage] > 0 && (allowed is null || allowed(passage)))
                {
                    best.Offer(passage, scores[passage]);
                }
            }
            return best.ToSortedArray();
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private static void Accumulate(QueryTerm term, LexicalIndex index, double[] scores)
    {
        foreach (var posting in index.Postings(term.Id))
        {
            var textLength = 1 - LengthNormalisation + (LengthNormalisation * index.TextLength(posting.Passage) / index.AverageTextLength);
            var titleLength = 1 - TitleLengthNormalisation + (TitleLengthNormalisation * index.TitleLength(posting.Passage) / index.AverageTitleLength);
            var frequency = (posting.Text / textLength) + (TitleWeight * posting.Title / titleLength);
            scores[posting.Passage] += term.Mass * frequency * (Saturation + 1) / (frequency + Saturation);
        }
    }
}
