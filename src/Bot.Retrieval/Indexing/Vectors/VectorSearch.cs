using System.Runtime.ExceptionServices;
using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Indexing.Vectors;

/// <summary>
/// One search. The thread that asks works through the stretches; others may help meanwhile, but are never waited for
/// unless they have begun.
/// </summary>
/// <param name="index">What is searched.</param>
/// <param name="stretches">What is scanned of it.</param>
/// <param name="own">Of the thread that asks; has the query.</param>
/// <param name="allowed">Null where every passage may be found; asked by several threads at once.</param>
/// <param name="limit">Above 0.</param>
internal sealed class VectorSearch(VectorIndex index, VectorStretch[] stretches, VectorScanner own, Func<int, bool>? allowed, int limit) : IThreadPoolWorkItem
{
    private readonly object _gate = new();
    private readonly List<VectorScanner> _helpers = new(0);
    private ExceptionDispatchInfo? _failure;
    private bool _isClosed;
    private int _helping;
    private int _next;
    private int _thresholdBits;

    public VectorQuery Query => own.Query;

    public int Limit => limit;

    /// <summary>The highest of all threads: no thread needs a passage ranked below it.</summary>
    public float Threshold => BitConverter.Int32BitsToSingle(Volatile.Read(ref _thresholdBits));

    /// <param name="helpers">How many other threads are asked to help.</param>
    /// <returns>Best first.</returns>
    public ScoredPassage[] Run(int helpers)
    {
        for (var i = 0; i < helpers; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        try
        {
            own.Begin(this);
            while (Next() is { } stretch)
            {
                own.Scan(stretch);
            }
            own.Finish();
        }
        finally
        {
            // They read what belongs to this thread.
            WaitForHelpers();
        }
        _failure?.Throw();
        foreach (var helper in _helpers)
        {
            own.Nearest.Offer(helper.Nearest);
            index.Return(helper);
        }
        return own.Nearest.ToSortedArray();
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (!TryJoin())
        {
            return;
        }
        ExceptionDispatchInfo? failure = null;
        var scanner = index.Rent();
        try
        {
            scanner.Begin(this);
            // Who asks meanwhile needs the processors more.
            while (index.IsAskedOnce && Next() is { } stretch)
            {
                scanner.Scan(stretch);
            }
            scanner.Finish();
        }
        catch (Exception ex)
        {
            failure = ExceptionDispatchInfo.Capture(ex);
        }
        Leave(scanner, failure);
    }

    /// <summary>A segment's passages by place; empty where their numbers are their places.</summary>
    public ReadOnlySpan<int> Passages(VectorStretch stretch) => index.Layout.IsWhole(stretch.Number) ? [] : index.Layout.Numbers(stretch.Number);

    /// <summary>Whether a passage may be found.</summary>
    public bool Admits(int passage) => passage != SegmentLayout.Removed && (allowed is null || allowed(passage));

    /// <summary>Tells all threads how high one of them already is.</summary>
    public void Raise(float threshold)
    {
        // Positive floats are in the order of their bits.
        var bits = BitConverter.SingleToInt32Bits(threshold);
        for (var known = Volatile.Read(ref _thresholdBits); known < bits;)
        {
            var before = Interlocked.CompareExchange(ref _thresholdBits, bits, known);
            if (before == known)
            {
                return;
            }
            known = before;
        }
    }

    private VectorStretch? Next()
    {
        var next = Interlocked.Increment(ref _next) - 1;
        return next < stretches.Length ? stretches[next] : null;
    }

    private bool TryJoin()
    {
        lock (_gate)
        {
            _helping += _isClosed ? 0 : 1;
            return !_isClosed;
        }
    }

    private void Leave(VectorScanner scanner, ExceptionDispatchInfo? failure)
    {
        lock (_gate)
        {
            _helpers.Add(scanner);
            _failure ??= failure;
            _helping--;
            Monitor.Pulse(_gate);
        }
    }

    private void WaitForHelpers()
    {
        lock (_gate)
        {
            _isClosed = true;
            while (_helping > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }
}
