namespace Bot.Retrieval.Indexing;

/// <summary>Adds to each report what has been done so far, how fast it goes and how long it will take. Thread-safe.</summary>
internal sealed class ReloadMeter(IProgress<ReloadProgress> told, TimeProvider clock) : IProgress<ReloadProgress>
{
    // Sooner, the rate says more about the first file than about the others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<ReloadStage, (int Done, long At)> _starts = [];
    private readonly Dictionary<ReloadStage, int> _done = [];

    public void Report(ReloadProgress value) => told.Report(Measure(value));

    private ReloadProgress Measure(ReloadProgress value)
    {
        lock (_gate)
        {
            _starts.TryAdd(value.Stage, (value.Done, clock.GetTimestamp()));
            // Reports of threads that work side by side overtake each other.
            _done[value.Stage] = Math.Max(value.Done, DoneOf(value.Stage));
            var (first, at) = _starts[value.Stage];
            var elapsed = clock.GetElapsedTime(at);
            // What needed no work was there at the start, and is no measure of how fast work goes.
            var perSecond = elapsed >= Patience && value.Done > first ? (value.Done - first) / elapsed.TotalSeconds : (double?)null;
            return value with
            {
                Files = DoneOf(ReloadStage.Reading),
                Passages = DoneOf(ReloadStage.Indexing),
                Embeddings = DoneOf(ReloadStage.Embedding),
                PerSecond = perSecond,
                Remaining = perSecond is { } rate ? TimeSpan.FromSeconds((value.Total - value.Done) / rate) : null,
            };
        }
    }

    private int DoneOf(ReloadStage stage) => _done.GetValueOrDefault(stage);
}
