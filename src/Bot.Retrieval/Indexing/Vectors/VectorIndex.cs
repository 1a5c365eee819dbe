using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// The in-memory vector store: every passage's vector, searched by cosine. Segments of few vectors are searched exactly, those
/// of many by their codes first, which finds all but a few in a thousand of the best. Immutable; any number of threads may search.
/// </summary>
internal sealed class VectorIndex
{
    private readonly VectorSegment[] _segments;
    private readonly VectorStretch[] _stretches;
    private readonly VectorStretch[] _exactStretches;
    private readonly Rotation? _rotation;
    private readonly ConcurrentQueue<VectorScanner> _scanners = new();
    private int _asked;

    /// <param name="model">Which generator made the vectors; vectors of two models are never in one index.</param>
    /// <param name="dimensions">Of each vector; 0 where there are none.</param>
    /// <param name="vectors">One after the other by passage number, of any length; copied.</param>
    /// <exception cref="ArgumentException">The length isn't a multiple of the dimensions, or a value isn't finite.</exception>
    public VectorIndex(string model, int dimensions, float[] vectors)
        : this(model, VectorSegment.Build(dimensions, vectors, CancellationToken.None))
    {
    }

    /// <param name="model">Which generator made the vectors.</param>
    /// <param name="segment">All of them, by passage number.</param>
    public VectorIndex(string model, VectorSegment segment)
        : this(model, segment.Dimensions, [segment], SegmentLayout.Single(segment.Count))
    {
    }

    /// <param name="model">Which generator made the vectors.</param>
    /// <param name="dimensions">Of each vector; 0 where there are none.</param>
    /// <param name="segments">As the layout numbers them.</param>
    /// <param name="layout">Which passages they hold.</param>
    /// <exception cref="ArgumentException">The segments aren't those of the layout, or have other dimensions.</exception>
    public VectorIndex(string model, int dimensions, IReadOnlyList<VectorSegment> segments, SegmentLayout layout)
    {
        if (segments.Count != layout.SegmentCount || segments.Where((segment, i) => segment.Count != layout.CountOf(i)).Any())
        {
            throw new ArgumentException("The segments hold other passages than the layout says.", nameof(segments));
        }
        if (segments.Any(segment => segment.Count > 0 && segment.Dimensions != dimensions))
        {
            throw new ArgumentException($"A segment has other than {dimensions} dimensions.", nameof(segments));
        }
        (Model, Dimensions, Layout, _segments) = (model, dimensions, layout, [.. segments]);
        _stretches = [.. _segments.SelectMany((segment, i) => VectorStretch.Of(i, segment, isExact: false))];
        _exactStretches = [.. _segments.SelectMany((segment, i) => VectorStretch.Of(i, segment, isExact: true))];
        _rotation = _segments.Any(segment => segment.Codes is not null) ? new(dimensions) : null;
    }

    public static VectorIndex Empty { get; } = new("", 0, []);

    public string Model { get; }

    public int Dimensions { get; }

    public SegmentLayout Layout { get; }

    /// <summary>As the layout numbers them.</summary>
    public IReadOnlyList<VectorSegment> Segments => _segments;

    /// <summary>How many passages there are.</summary>
    public int Count => Layout.PassageCount;

    /// <summary>How many threads besides the asking one may work at one search.</summary>
    // With the asking one, half of what there is: two processors are often one core that reads no faster for both, and another
    // question may come. On two, a second thread spared a sixth of the time for three fifths more of the processors'.
    public int MaximumHelpers { get; init; } = Math.Max(0, (Environment.ProcessorCount / 2) - 1);

    /// <summary>From which <see cref="VectorStretch.Cost"/> on they do; what costs less is over before another thread is awake.</summary>
    public long CostWorthHelp { get; init; } = 32 << 20;

    /// <summary>Whether only one search is going on.</summary>
    public bool IsAskedOnce => Volatile.Read(ref _asked) == 1;

    /// <summary>The vector of a passage, of length 1 or all zeros.</summary>
    public ReadOnlyMemory<float> this[int passage]
    {
        get
        {
            var (segment, place) = Layout.PlaceOf(passage);
            return _segments[segment][place];
        }
    }

    /// <summary>The passages with the highest cosine, best first; none at or below 0.</summary>
    /// <param name="query">Of the index's dimensions and of any length.</param>
    /// <param name="allowed">Which passages may be found, null for all; asked by several threads at once.</param>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="ArgumentException">The query's dimensions aren't the index's.</exception>
    public ScoredPassage[] Search(ReadOnlySpan<float> query, Func<int, bool>? allowed, int limit) => Search(query, allowed, limit, _stretches);

    /// <summary>The same, reading every vector, however many there are.</summary>
    /// <inheritdoc cref="Search(ReadOnlySpan{float}, Func{int, bool}, int)" />
    public ScoredPassage[] SearchExactly(ReadOnlySpan<float> query, Func<int, bool>? allowed, int limit) => Search(query, allowed, limit, _exactStretches);

    /// <summary>The cosine of a query with one passage.</summary>
    public double Cosine(ReadOnlySpan<float> query, int passage)
    {
        var norm = TensorPrimitives.Norm(query);
        var cosine = norm > 0 ? DotProduct.Of(query, this[passage].Span) / norm : 0;
        // A vector may lie in a file that is let go with the index.
        GC.KeepAlive(this);
        return cosine;
    }

    /// <summary>A scanner to give back.</summary>
    public VectorScanner Rent() => _scanners.TryDequeue(out var scanner) ? scanner : new(Dimensions, _rotation);

    public void Return(VectorScanner scanner) => _scanners.Enqueue(scanner);

    private ScoredPassage[] Search(ReadOnlySpan<float> query, Func<int, bool>? allowed, int limit, VectorStretch[] stretches)
    {
        if (query.Length != Dimensions)
        {
            throw new ArgumentException($"The question's vector has {query.Length} dimensions, the index {Dimensions}.", nameof(query));
        }
        var norm = TensorPrimitives.Norm(query);
        if (!(norm > 0) || limit <= 0 || Count == 0)
        {
            return [];
        }
        var scanner = Rent();
        var isAlone = Interlocked.Increment(ref _asked) == 1;
        try
        {
            scanner.Query.Take(query, norm);
            return new VectorSearch(this, stretches, scanner, allowed, Math.Min(limit, Count)).Run(isAlone ? Helpers(stretches) : 0);
        }
        finally
        {
            Interlocked.Decrement(ref _asked);
            Return(scanner);
        }
    }

    private int Helpers(VectorStretch[] stretches) =>
        stretches.Length > 1 && stretches.Sum(stretch => stretch.Cost) >= CostWorthHelp
            ? Math.Min(MaximumHelpers, stretches.Length - 1)
            : 0;
}
