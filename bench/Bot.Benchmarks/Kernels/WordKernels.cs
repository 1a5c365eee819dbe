using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using BenchmarkDotNet.Attributes;

namespace Bot.Benchmarks.Kernels;

/// <summary>The parts of a search by words, over 5,000 passages.</summary>
[MemoryDiagnoser]
public class WordKernels
{
    private Corpus _corpus = null!;
    private LexicalIndex _index = null!;
    private List<List<QuestionTerm>> _questions = null!;

    [GlobalSetup]
    public void Create()
    {
        _corpus = Corpus.Create(5_000, questions: 100);
        _index = Engines.Words(_corpus.Passages);
        _questions = Engines.TermsOf(_corpus);
    }

    /// <summary>The words of a hundred questions.</summary>
    [Benchmark]
    public int FindTerms()
    {
        var found = 0;
        foreach (var terms in _questions)
        {
            foreach (var term in terms)
            {
                found += _index.TryGetTerm(term.Text, out _) ? 1 : 0;
            }
        }
        return found;
    }

    /// <summary>Every posting of a hundred questions' words.</summary>
    [Benchmark]
    public long DecodePostings()
    {
        var sum = 0L;
        foreach (var terms in _questions)
        {
            foreach (var term in terms)
            {
                sum += Engines.SumOfPostings(_index, term.Text);
            }
        }
        return sum;
    }

    /// <summary>A hundred searches.</summary>
    [Benchmark]
    public int Search()
    {
        var found = 0;
        foreach (var terms in _questions)
        {
            found += Engines.Search(_index, terms).Length;
        }
        return found;
    }

    /// <summary>The first word of a hundred questions.</summary>
    [Benchmark]
    public ulong Hash()
    {
        var hash = 0UL;
        foreach (var terms in _questions)
        {
            hash ^= FeatureHash.Of(terms.Count > 0 ? terms[0].Text : "");
        }
        return hash;
    }
}
