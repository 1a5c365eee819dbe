using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Indexing;
using BenchmarkDotNet.Attributes;

namespace Bot.Benchmarks.Kernels;

/// <summary>One question to 10,000 vectors.</summary>
[MemoryDiagnoser]
public class VectorKernels
{
    private VectorSet _set = null!;
    private VectorIndex _exact = null!;
    private VectorIndex _default = null!;
    private ReferenceScan _reference = null!;

    [Params(384, 1024)]
    public int Dimensions { get; set; }

    [GlobalSetup]
    public void Create()
    {
        _set = VectorSet.Create(VectorShape.Clustered, 10_000, Dimensions, questions: 1);
        (_exact, _default, _reference) = (Engines.ExactVectors(_set), Engines.DefaultVectors(_set), new(_set.Vectors, Dimensions));
    }

    [Benchmark(Baseline = true)]
    public float ReadTheBytes() => MemoryBandwidth.Read(_set.Vectors);

    [Benchmark]
    public int Reference() => _reference.Search(_set.Questions[0]).Length;

    [Benchmark]
    public int ExactScan() => Engines.Search(_exact, _set.Questions[0]).Length;

    [Benchmark]
    public int DefaultSearch() => Engines.Search(_default, _set.Questions[0]).Length;
}
