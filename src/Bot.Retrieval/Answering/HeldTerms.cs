using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>How well each sentence of a passage, and its title, write each term of a question, 0 to 1.</summary>
internal sealed class HeldTerms
{
    private readonly QueryTerm[] _terms;
    private readonly double[][] _bySentence;
    private readonly double[] _inTitle;

    public HeldTerms(RetrievedPassage found, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        _terms = [.. terms.Select(term => term.Within(found.Number, index))];
        _bySentence = new double[index.SentenceCount(found.Number)][];
        for (var sentence = 0; sentence < _bySentence.Length; sentence++)
        {
            var words = index.SentenceTerms(found.Number, sentence);
            var held = _bySentence[sentence] = new double[terms.Count];
            for (var term = 0; term < held.Length; term++)
            {
                held[term] = _terms[term].In(words);
            }
        }
        _inTitle = [.. _terms.Select(term => term.InTitle(found.Number, index))];
    }

    /// <summary>How well one sentence writes a term.</summary>
    public double In(int sentence, int term) => _bySentence[sentence][term];

    /// <summary>How well the title and headings write a term.</summary>
    public double InTitle(int term) => _inTitle[term];

    /// <summary>How well a term is written anywhere.</summary>
    public double Anywhere(int term) => Math.Max(_inTitle[term], InText(term));

    /// <summary>How well any sentence writes a term.</summary>
    public double InText(int term)
    {
        var best = 0.0;
        foreach (var held in _bySentence)
        {
            best = Math.Max(best, held[term]);
        }
        return best;
    }

    /// <summary>The weight of what the title doesn't say.</summary>
    public double Untitled() => Sum(term => 1 - _inTitle[term]);

    /// <summary>The greatest weight that a sentence holds with its neighbours and the title.</summary>
    public double BestWindow() => BestOfWindows((term, held) => Math.Max(held, _inTitle[term]));

    /// <summary>The greatest weight that a sentence holds with its neighbours, of what the title doesn't say.</summary>
    public double BestWindowBesideTitle() => BestOfWindows((term, held) => held * (1 - _inTitle[term]));

    private double BestOfWindows(Func<int, double, double> count)
    {
        var best = 0.0;
        for (var sentence = 0; sentence < _bySentence.Length; sentence++)
        {
            var middle = sentence;
            best = Math.Max(best, Sum(term => count(term, AroundOf(middle, term))));
        }
        return best;
    }

    private double AroundOf(int sentence, int term)
    {
        var held = _bySentence[sentence][term];
        held = sentence > 0 ? Math.Max(held, _bySentence[sentence - 1][term]) : held;
        return sentence + 1 < _bySentence.Length ? Math.Max(held, _bySentence[sentence + 1][term]) : held;
    }

    private double Sum(Func<int, double> share)
    {
        var sum = 0.0;
        for (var term = 0; term < _terms.Length; term++)
        {
            sum += share(term) * _terms[term].Weight;
        }
        return sum;
    }
}
