using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// Scans stretches of segments for one search after the other. Codes give each vector a bound; where that isn't below the
/// worst of the best so far the cosine is computed. A passage is ranked by the lower of bound and cosine: so what is found
/// depends on neither the order of the scan nor on how many threads share it. For one thread.
/// </summary>
/// <param name="dimensions">Of the vectors.</param>
/// <param name="rotation">Null where no segment has codes.</param>
internal sealed class VectorScanner(int dimensions, Rotation? rotation)
{
    /// <summary>
    /// In standard deviations of the estimate's error. A test with real texts holds the recall that it gives.
    /// </summary>
    private const float Margin = 2.75f;

    // Candidates that wait before the first cosines are computed, where not many are wanted.
    private const int FewestWaiting = 128;

    private readonly float[] _scores = new float[SignBlock.Size];
    private readonly CandidatePool _pool = new();
    private readonly SignQuery? _signs = rotation is null ? null : new(rotation.Length);
    private VectorSearch _search = null!;
    private VectorSegment? _pooled;
    private int _limit;
    private int _mayWait;

    /// <summary>Where a search that this thread begins keeps its query.</summary>
    public VectorQuery Query { get; } = new(dimensions, rotation);

    /// <summary>What was found.</summary>
    public NearestPassages Nearest { get; } = new();

    public void Begin(VectorSearch search)
    {
        Nearest.Begin(search.Limit);
        // A search that failed may have left some.
        _pool.Clear();
        (_search, _pooled, _limit) = (search, null, search.Limit);
        _mayWait = MayWait(0);
    }

    public void Scan(VectorStretch stretch)
    {
        if (stretch.Codes is { } codes)
        {
            if (_pooled != stretch.Segment)
            {
                Finish();
                _pooled = stretch.Segment;
                _signs!.Prepare(_search.Query.Rotated, codes.Centre.Span, Margin);
            }
            ScanCodes(stretch, codes);
        }
        else
        {
            ScanVectors(stretch);
        }
    }

    /// <summary>Computes what still waits.</summary>
    public void Finish()
    {
        if (_pool.Count > 0)
        {
            Settle();
            RescoreAll();
        }
    }

    private float Threshold => Math.Max(Nearest.Threshold, _search.Threshold);

    private void ScanVectors(VectorStretch stretch)
    {
        var vectors = stretch.Segment.Vectors.Span;
        var passages = _search.Passages(stretch);
        for (var first = stretch.First; first < stretch.First + stretch.Count; first += SignBlock.Size)
        {
            var scores = _scores.AsSpan(0, Math.Min(SignBlock.Size, stretch.First + stretch.Count - first));
            DotProduct.OfRows(_search.Query.Values, vectors.Slice(first * dimensions, scores.Length * dimensions), scores);
            TensorPrimitives.Divide(scores, _search.Query.Norm, scores);
            _scores.AsSpan(scores.Length).Clear();
            for (var reached = Reached(_scores, Threshold); reached != 0; reached &= reached - 1)
            {
                var place = BitOperations.TrailingZeroCount(reached);
                var passage = passages.IsEmpty ? first + place : passages[first + place];
                if (_search.Admits(passage))
                {
                    Nearest.Offer(_scores[place], _scores[place], passage);
                }
            }
        }
        _search.Raise(Nearest.Threshold);
    }

    private void ScanCodes(VectorStretch stretch, SignCodes codes)
    {
        var passages = _search.Passages(stretch);
        var blocks = codes.Blocks.Span;
        var offsets = codes.Offsets.Span;
        var factors = codes.Factors.Span;
        var blockBytes = codes.BytesPerVector * SignBlock.Size;
        for (var first = stretch.First; first < stretch.First + stretch.Count; first += SignBlock.Size)
        {
            var block = blocks.Slice(first / SignBlock.Size * blockBytes, blockBytes);
            var reached = _signs!.Bound(block, offsets.Slice(first, SignBlock.Size), factors.Slice(first, SignBlock.Size), Threshold, _scores);
            for (; reached != 0; reached &= reached - 1)
            {
                var place = BitOperations.TrailingZeroCount(reached);
                var passage = passages.IsEmpty ? first + place : passages[first + place];
                if (_search.Admits(passage))
                {
                    _pool.Add(new(_scores[place], first + place, passage));
                }
            }
            if (_pool.Count >= _mayWait)
            {
                Settle();
                _mayWait = MayWait(_pool.Count);
            }
        }
    }

    // The best first: their cosines spare most of the others.
    private void Settle()
    {
        _pool.Drop(0, Threshold);
        var best = Math.Min(_limit, _pool.Count);
        _pool.PutBestFirst(best);
        for (var i = 0; i < best; i++)
        {
            Rescore(_pool[i]);
        }
        _search.Raise(Nearest.Threshold);
        _pool.Drop(best, Threshold);
    }

    // As many again as are left: cosines raise the threshold a little each time, and looking through the others takes time too.
    private int MayWait(int left)
    {
        if (left > _pool.Capacity / 2)
        {
            RescoreAll();
            left = 0;
        }
        return Math.Clamp(Math.Max(2 * left, 2 * _limit), FewestWaiting, _pool.Capacity - SignBlock.Size);
    }

    private void RescoreAll()
    {
        for (var i = 0; i < _pool.Count; i++)
        {
            Rescore(_pool[i]);
        }
        _pool.Clear();
    }

    private void Rescore(Candidate candidate)
    {
        if (candidate.Bound >= Threshold)
        {
            var cosine = DotProduct.Of(_search.Query.Values, _pooled!.Vectors.Span.Slice(candidate.Place * dimensions, dimensions)) / _search.Query.Norm;
            Nearest.Offer(Math.Min(candidate.Bound, cosine), cosine, candidate.Passage);
        }
    }

    private static ulong Reached(ReadOnlySpan<float> scores, float threshold)
    {
        ref var start = ref MemoryMarshal.GetReference(scores);
        ulong reached = 0;
        for (var i = 0; i < SignBlock.Size; i += Vector256<float>.Count)
        {
            var isReached = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)i), Vector256.Create(threshold));
            reached |= (ulong)isReached.ExtractMostSignificantBits() << i;
        }
        return reached;
    }
}
