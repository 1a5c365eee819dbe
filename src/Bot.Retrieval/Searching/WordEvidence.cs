using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching.Lexical;

namespace Bot.Retrieval.Searching;

/// <summary>
/// What a question's terms in one language say of the passages. Scores are shares of the mass of what there was to find:
/// that makes two languages comparable, which adding raw scores up would not. Used by one question, on one thread.
/// </summary>
/// <param name="terms">The question's, in one language.</param>
/// <param name="sentenceWeight">How much the mass of a passage's best sentence adds to its BM25.</param>
/// <param name="index">The snapshot's.</param>
internal sealed class WordEvidence(QueryTerm[] terms, double sentenceWeight, LexicalIndex index)
{
    private const int BackgroundRank = 5;

    private readonly double _mass = Math.Max(double.Epsilon, terms.Sum(term => term.Mass));
    private readonly QuestionClauses _clauses = new(terms, index);
    private readonly Dictionary<int, double> _found = [];
    private readonly Dictionary<int, double> _shares = [];

    /// <summary>The numbers of the passages with the highest BM25, best first.</summary>
    public IEnumerable<int> Find(Func<int, bool>? allowed, int limit)
    {
        foreach (var (passage, score) in LexicalSearch.Top(_clauses, allowed, limit))
        {
            _found[passage] = score;
        }
        return _found.Keys;
    }

    /// <summary>BM25 with the evidence of the best sentence, over the mass of all terms.</summary>
    public double Share(int passage)
    {
        if (!_shares.ContainsKey(passage))
        {
            Weigh([passage]);
        }
        return _shares[passage];
    }

    /// <summary>Makes the shares of passages: all at once, since that reads each term's postings once.</summary>
    public void Weigh(IEnumerable<int> passages)
    {
        foreach (var segment in passages.Order().GroupBy(passage => index.Layout.PlaceOf(passage).Segment))
        {
            var fields = index.Segments[segment.Key].Segment.Passages;
            var clauses = _clauses.In(segment.Key);
            foreach (var passage in segment)
            {
                var place = index.Layout.PlaceOf(passage).Place;
                var score = _found.TryGetValue(passage, out var known) ? known : FixedScore.ToDouble(clauses.Sum(clause => clause.Score(place)));
                _shares[passage] = (score + (sentenceWeight * BestSentence(clauses, place, fields.Sentences[place]))) / _mass;
            }
        }
    }

    /// <summary>How far the best of some passages stands above the ones behind it: 0 not at all, 1 alone.</summary>
    public double Sharpness(IEnumerable<int> passages)
    {
        var best = passages.Select(Share).OrderDescending().Take(BackgroundRank + 1).ToList();
        return best is [> 0 and var first, ..] ? 1 - (best.Count > BackgroundRank ? best[BackgroundRank] / first : 0) : 0;
    }

    private static double BestSentence(SearchClause[] clauses, int place, int sentences)
    {
        var masses = new double[sentences];
        foreach (var clause in clauses)
        {
            clause.AddTo(place, masses);
        }
        return masses.DefaultIfEmpty(0).Max() / FixedScore.Unit;
    }
}
