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

    /// <summary>The term of a hundred questions' words.</summary>
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
    public long DecodePostings() => _questions.Sum(terms => terms.Sum(term => Engines.SumOfPostings(_index, term.Text)));

    /// <summary>A hundred searches.</summary>
    [Benchmark]
    public int Search() => _questions.Sum(terms => Engines.Search(_index, terms).Length);

    /// <summary>A hundred hashes of words.</summary>
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
