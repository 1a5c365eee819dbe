using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare;

/// <summary>What the figures of one run share.</summary>
internal sealed class BenchContext(BenchSize size, TimeProvider clock) : IDisposable
{
    private VectorSet? _vectors;
    private Corpus? _corpus;
    private IndexedFiles? _files;

    public BenchSize Size { get; } = size;

    public TimeProvider Clock { get; } = clock;

    public Meter Meter { get; } = new(clock);

    /// <summary>The set of that shape and size; the last one asked for is kept.</summary>
    public VectorSet Vectors(VectorShape shape, int count, int dimensions)
    {
        if (_vectors is not { } kept || kept.Shape != shape || kept.Count != count || kept.Dimensions != dimensions)
        {
            _vectors = null;
            _vectors = VectorSet.Create(shape, count, dimensions, Size.VectorQuestions);
        }
        return _vectors;
    }

    /// <summary>So many passages with questions; the last corpus asked for is kept.</summary>
    public Corpus Corpus(int passages)
    {
        if (_corpus is not { } kept || kept.Passages.Length != passages)
        {
            _corpus = null;
            _corpus = Synthetic.Corpus.Create(passages, Size.Questions);
        }
        return _corpus;
    }

    /// <summary>So many files, indexed; the last ones asked for are kept.</summary>
    public async Task<IndexedFiles> FilesAsync(int count, CancellationToken cancellationToken)
    {
        if (_files is not { } kept || kept.Files != count)
        {
            _files?.Dispose();
            _files = null;
            (_vectors, _corpus) = (null, null);
            _files = await IndexedFiles.CreateAsync(count, Size.Questions, cancellationToken);
        }
        return _files;
    }

    public void Dispose() => _files?.Dispose();
}
