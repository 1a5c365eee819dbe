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

    /// <summary>How much the mass of the best sentence adds to BM25: words that stand together answer better than scattered ones.</summary>
    public const double BestSentenceWeight = 0.5;

    private const int Background = 300;
    private const double LengthNormalisation = 0.7;
    private const double TitleWeight = 1.5;
    private const double TitleLengthNormalisation = 0.5;

    public static QueryTerm[] Resolve(IReadOnlyList<QuestionTerm> terms, LexicalIndex index)
    {
        var resolved = new QueryTerm[terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            var known = index.TryGetTerm(terms[i].Text, out var id);
            var frequency = known ? index.Postings(id).Length : 0;
            resolved[i] = new(
                terms[i], known ? id : -1, terms[i].Weight * index.Idf(frequency), terms[i].Certainty * index.Idf(frequency, Background));
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

    /// <summary>The same score for one passage, with the terms weighed against the background.</summary>
    public static double ScoreAgainstBackground(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var score = 0.0;
        foreach (var term in terms)
        {
            if (term.IsKnown && index.TryGetPosting(passage, term.Id, out var posting))
            {
                score += term.Weight * Saturated(posting, index);
            }
        }
        return score;
    }

    private static void Accumulate(QueryTerm term, LexicalIndex index, double[] scores)
    {
        foreach (var posting in index.Postings(term.Id))
        {
            scores[posting.Passage] += term.Mass * Saturated(posting, index);
        }
    }

    private static double Saturated(Posting posting, LexicalIndex index)
    {
        var textLength = 1 - LengthNormalisation + (LengthNormalisation * index.TextLength(posting.Passage) / index.AverageTextLength);
        var titleLength = 1 - TitleLengthNormalisation + (TitleLengthNormalisation * index.TitleLength(posting.Passage) / index.AverageTitleLength);
        var frequency = (posting.Text / textLength) + (TitleWeight * posting.Title / titleLength);
        return frequency * (Saturation + 1) / (frequency + Saturation);
    }
}
