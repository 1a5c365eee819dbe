using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>How well each sentence of a passage, and its title, write each term of a question, 0 to 1.</summary>
internal sealed class HeldTerms
{
    private readonly IReadOnlyList<QueryTerm> _terms;
    private readonly int _sentences;
    private readonly double[][] _byTerm;
    private readonly double[] _inTitle;

    public HeldTerms(RetrievedPassage found, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var passage = index.TermsOf(found.Number);
        _terms = terms;
        _sentences = passage.SentenceCount;
        _byTerm = [.. terms.Select(term => term.InSentences(passage))];
        _inTitle = [.. terms.Select(term => term.InTitle(passage))];
    }

    /// <summary>How well one sentence writes a term.</summary>
    public double In(int sentence, int term) => _byTerm[term][sentence];

    /// <summary>How well the title and headings write a term.</summary>
    public double InTitle(int term) => _inTitle[term];

    /// <summary>How well a term is written anywhere.</summary>
    public double Anywhere(int term) => Math.Max(_inTitle[term], InText(term));

    /// <summary>How well any sentence writes a term.</summary>
    public double InText(int term) => _byTerm[term].DefaultIfEmpty(0).Max();

    /// <summary>The weight of what the title doesn't say.</summary>
    public double Untitled() => Sum(term => 1 - _inTitle[term]);

    /// <summary>The greatest weight that a sentence holds with its neighbours and the title.</summary>
    public double BestWindow() => BestOfWindows((term, held) => Math.Max(held, _inTitle[term]));

    /// <summary>The greatest weight that a sentence holds with its neighbours, of what the title doesn't say.</summary>
    public double BestWindowBesideTitle() => BestOfWindows((term, held) => held * (1 - _inTitle[term]));

    private double BestOfWindows(Func<int, double, double> count)
    {
        var best = 0.0;
        for (var sentence = 0; sentence < _sentences; sentence++)
        {
            var middle = sentence;
            best = Math.Max(best, Sum(term => count(term, AroundOf(middle, term))));
        }
        return best;
    }

    private double AroundOf(int sentence, int term)
    {
        var sentences = _byTerm[term];
        var held = sentences[sentence];
        held = sentence > 0 ? Math.Max(held, sentences[sentence - 1]) : held;
        return sentence + 1 < sentences.Length ? Math.Max(held, sentences[sentence + 1]) : held;
    }

    private double Sum(Func<int, double> share)
    {
        var sum = 0.0;
        for (var term = 0; term < _terms.Count; term++)
        {
            sum += share(term) * _terms[term].Weight;
        }
        return sum;
    }
}
