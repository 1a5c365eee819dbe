using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Indexing;
using BenchmarkDotNet.Attributes;

namespace Bot.Benchmarks.Kernels;

/// <summary>Keeping the best of 100,000 scores.</summary>
[MemoryDiagnoser]
public class TopKernels
{
    private readonly double[] _scores = new double[100_000];

    [Params(10, 50)]
    public int Limit { get; set; }

    [GlobalSetup]
    public void Create()
    {
        var random = new SeededRandom(51);
        for (var i = 0; i < _scores.Length; i++)
        {
            _scores[i] = random.Share();
        }
    }

    [Benchmark]
    public int TopPassages()
    {
        var top = new TopPassages(Limit);
        for (var i = 0; i < _scores.Length; i++)
        {
            top.Offer(i, _scores[i]);
        }
        return top.ToSortedArray().Length;
    }
}
