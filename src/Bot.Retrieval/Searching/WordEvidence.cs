using Bot.Retrieval.Indexing.Lexical;

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
    private readonly Dictionary<int, double> _found = [];
    private readonly Dictionary<int, double> _shares = [];

    /// <summary>The numbers of the passages with the highest BM25, best first.</summary>
    public IEnumerable<int> Find(Func<int, bool>? allowed, int limit)
    {
        foreach (var (passage, score) in LexicalSearch.Top(terms, index, allowed, limit))
        {
            _found[passage] = score;
        }
        return _found.Keys;
    }

    /// <summary>BM25 with the evidence of the best sentence, over the mass of all terms.</summary>
    public double Share(int passage)
    {
        if (terms.Length == 0)
        {
            return 0;
        }
        if (!_shares.TryGetValue(passage, out var share))
        {
            var score = _found.TryGetValue(passage, out var known) ? known : LexicalSearch.Score(passage, terms, index);
            share = (score + (sentenceWeight * SentenceEvidence.Best(passage, terms, index, againstBackground: false))) / _mass;
            _shares[passage] = share;
        }
        return share;
    }

    /// <summary>How far the best of some passages stands above the ones behind it: 0 not at all, 1 alone.</summary>
    public double Sharpness(IEnumerable<int> passages)
    {
        var best = passages.Select(Share).OrderDescending().Take(BackgroundRank + 1).ToList();
        return best is [> 0 and var first, ..] ? 1 - (best.Count > BackgroundRank ? best[BackgroundRank] / first : 0) : 0;
    }
}
