using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching.Lexical;

namespace Bot.Retrieval.Searching;

/// <summary>BM25 over the texts and the titles of passages; see <see cref="FieldNorms"/>.</summary>
internal static class LexicalSearch
{
    /// <summary>How much the mass of the best sentence adds to BM25: words that stand together answer better than scattered ones.</summary>
    public const double BestSentenceWeight = 0.5;

    /// <summary>Passages that are imagined beside the real ones where certainty is weighed.</summary>
    public const int Background = 300;

    public static QueryTerm[] Resolve(IReadOnlyList<QuestionTerm> terms, LexicalIndex index)
    {
        var resolved = new QueryTerm[terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            var known = index.TryGetTerm(terms[i].Text, out var id);
            var frequency = known ? index.TextFrequency(id) : 0;
            resolved[i] = new(
                terms[i].Text,
                known ? [new([id], 1) { Rarest = id }] : [],
                terms[i].Weight * index.Idf(frequency),
                terms[i].Certainty * index.Idf(frequency, Background));
        }
        return resolved;
    }

    /// <summary>The best passages by score, then by number; none that match nothing.</summary>
    public static ScoredPassage[] Top(IReadOnlyList<QueryTerm> terms, LexicalIndex index, Func<int, bool>? allowed, int limit) =>
        Top(new QuestionClauses(terms, index), allowed, limit);

    /// <summary>The same of terms that are looked for again.</summary>
    public static ScoredPassage[] Top(QuestionClauses terms, Func<int, bool>? allowed, int limit)
    {
        var index = terms.Index;
        var best = new TopPassages(limit);
        foreach (var segment in Enumerable.Range(0, limit > 0 ? index.Segments.Length : 0).OrderByDescending(segment => index.Segments[segment].Segment.Passages.Count))
        {
            if (terms.In(segment) is { Length: > 0 } clauses)
            {
                new SegmentSearch(clauses, index, segment, allowed, best, limit).Run();
            }
        }
        // Postings may lie in a file that is let go with the index.
        GC.KeepAlive(index);
        return best.ToSortedArray();
    }

    /// <summary>The score of one passage, by what its terms say of rank: as <see cref="Top(QuestionClauses, Func{int, bool}, int)"/> gives it.</summary>
    public static double Score(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var held = index.TermsOf(passage);
        var score = 0L;
        foreach (var term in terms)
        {
            score += FixedScore.Of(term.Mass * FixedScore.Unit, term.Occurrence(held));
        }
        return FixedScore.ToDouble(score);
    }

    /// <summary>The score of one passage, by what its terms say of certainty.</summary>
    public static double Certainty(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var held = index.TermsOf(passage);
        var score = 0.0;
        foreach (var term in terms)
        {
            score += term.Occurrence(held) * term.Weight;
        }
        return score;
    }

    /// <summary>
    /// How many passages have any likely wording: a concept is as rare as all its likely wordings together. Titles count
    /// where no text has it.
    /// </summary>
    public static int Frequency(ImmutableArray<QueryWording> wordings, LexicalIndex index)
    {
        if (wordings.IsEmpty)
        {
            return 0;
        }
        var likely = wordings.Max(wording => wording.Weight) / 2;
        wordings = wordings.RemoveAll(wording => wording.Weight < likely);
        return wordings is [{ Ids: [var only] }] ? index.TextFrequency(only)
            : WordingFrequency.Count(wordings, index, inTitles: false) is > 0 and var count ? count
            : WordingFrequency.Count(wordings, index, inTitles: true);
    }
}
