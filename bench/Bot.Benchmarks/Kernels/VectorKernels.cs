using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Indexing.Vectors;
using BenchmarkDotNet.Attributes;

namespace Bot.Benchmarks.Kernels;

/// <summary>One question to 10,000 vectors.</summary>
[MemoryDiagnoser]
public class VectorKernels
{
    private readonly float[] _scores = new float[SignBlock.Size];
    private VectorSet _set = null!;
    private VectorIndex _index = null!;
    private ReferenceScan _reference = null!;
    private SignCodes _codes = null!;
    private SignQuery _signs = null!;

    [Params(384, 1024)]
    public int Dimensions { get; set; }

    [GlobalSetup]
    public void Create()
    {
        _set = VectorSet.Create(VectorShape.Clustered, 10_000, Dimensions, questions: 1);
        (_index, _reference) = (Engines.Vectors(_set), new(_set.Vectors, Dimensions));
        var rotation = new Rotation(Dimensions);
        _codes = SignCodes.Build(_set.Vectors, rotation, CancellationToken.None);
        var rotated = new float[rotation.Length];
        rotation.Apply(_set.Questions[0], rotated);
        _signs = new(rotation.Length);
        _signs.Prepare(rotated, _codes.Centre.Span, margin: 2);
    }

    [Benchmark(Baseline = true)]
    public float ReadTheBytes() => MemoryBandwidth.Read(_set.Vectors);

    [Benchmark]
    public int Reference() => _reference.Search(_set.Questions[0]).Length;

    /// <summary>The products alone, by blocks.</summary>
    [Benchmark]
    public float DotProducts()
    {
        var sum = 0f;
        for (var first = 0; first + SignBlock.Size <= _set.Count; first += SignBlock.Size)
        {
            DotProduct.OfRows(_set.Questions[0], _set.Vectors.AsSpan(first * Dimensions, SignBlock.Size * Dimensions), _scores);
            sum += _scores[0];
        }
        return sum;
    }

    /// <summary>The bounds that the codes give, with a threshold that none reaches.</summary>
    [Benchmark]
    public ulong FirstPass()
    {
        const float Unreached = 2;
        var reached = 0UL;
        var blockBytes = _codes.BytesPerVector * SignBlock.Size;
        for (var first = 0; first < _codes.Offsets.Length; first += SignBlock.Size)
        {
            var block = _codes.Blocks.Span.Slice(first / SignBlock.Size * blockBytes, blockBytes);
            reached |= _signs.Bound(block, _codes.Offsets.Span.Slice(first, SignBlock.Size), _codes.Factors.Span.Slice(first, SignBlock.Size), Unreached, _scores);
        }
        return reached;
    }

    [Benchmark]
    public int ExactSearch() => Engines.SearchExactly(_index, _set.Questions[0]).Length;

    [Benchmark]
    public int Search() => Engines.Search(_index, _set.Questions[0]).Length;
}
