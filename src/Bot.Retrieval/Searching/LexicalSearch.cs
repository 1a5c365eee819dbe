using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
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

    /// <summary>Passages that are imagined beside the real ones where certainty is weighed.</summary>
    public const int Background = 300;

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
                terms[i].Text,
                known ? [new([id], 1) { Rarest = id }] : [],
                terms[i].Weight * index.Idf(frequency),
                terms[i].Certainty * index.Idf(frequency, Background));
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
                Accumulate(term, index, scores);
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

    /// <summary>The score of one passage.</summary>
    /// <param name="passage">Its number.</param>
    /// <param name="terms">The question's.</param>
    /// <param name="index">The snapshot's.</param>
    /// <param name="againstBackground">Whether terms count by what they say of certainty, not of rank.</param>
    public static double Score(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index, bool againstBackground)
    {
        var score = 0.0;
        foreach (var term in terms)
        {
            var best = 0.0;
            foreach (var wording in term.Wordings)
            {
                best = Math.Max(best, Occurrence(passage, wording, index));
            }
            score += best * (againstBackground ? term.Weight : term.Mass);
        }
        return score;
    }

    // Of the passages with any likely wording: a concept is as rare as all its likely wordings together.
    public static int Frequency(ImmutableArray<QueryWording> wordings, LexicalIndex index)
    {
        if (wordings.IsEmpty)
        {
            return 0;
        }
        var seen = new BitArray(index.PassageCount);
        var count = 0;
        var likely = wordings.Max(wording => wording.Weight) / 2;
        foreach (var wording in wordings.Where(wording => wording.Weight >= likely))
        {
            foreach (var posting in index.Postings(wording.Rarest))
            {
                if (!seen[posting.Passage] && (wording.Ids.Length == 1 || Occurrence(posting.Passage, wording, index) > 0))
                {
                    seen[posting.Passage] = true;
                    count++;
                }
            }
        }
        return count;
    }

    private static void Accumulate(QueryTerm term, LexicalIndex index, double[] scores)
    {
        if (term.Wordings is [{ Ids: [var only], Weight: 1 }])
        {
            foreach (var posting in index.Postings(only))
            {
                scores[posting.Passage] += term.Mass * Saturated(posting, index);
            }
            return;
        }
        var best = ArrayPool<double>.Shared.Rent(index.PassageCount);
        best.AsSpan(0, index.PassageCount).Clear();
        foreach (var wording in term.Wordings)
        {
            foreach (var posting in index.Postings(wording.Rarest))
            {
                var value = wording.Ids.Length == 1 ? Saturated(posting, index) * wording.Weight : Occurrence(posting.Passage, wording, index);
                if (value > best[posting.Passage])
                {
                    // Only what the better wording adds: the passage has the concept once.
                    scores[posting.Passage] += term.Mass * (value - best[posting.Passage]);
                    best[posting.Passage] = value;
                }
            }
        }
        ArrayPool<double>.Shared.Return(best);
    }

    /// <summary>How often a passage writes it, saturated; 0 where it lacks a part.</summary>
    public static double Occurrence(int passage, QueryWording wording, LexicalIndex index)
    {
        var least = double.MaxValue;
        foreach (var id in wording.Ids)
        {
            if (!index.TryGetPosting(passage, id, out var posting))
            {
                return 0;
            }
            least = Math.Min(least, Saturated(posting, index));
        }
        return least * wording.Weight;
    }

    private static double Saturated(Posting posting, LexicalIndex index)
    {
        var textLength = 1 - LengthNormalisation + (LengthNormalisation * index.TextLength(posting.Passage) / index.AverageTextLength);
        var titleLength = 1 - TitleLengthNormalisation + (TitleLengthNormalisation * index.TitleLength(posting.Passage) / index.AverageTitleLength);
        var frequency = (posting.Text / textLength) + (TitleWeight * posting.Title / titleLength);
        return frequency * (Saturation + 1) / (frequency + Saturation);
    }
}
