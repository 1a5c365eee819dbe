using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>Keeps the last thing it was told, for someone who looks now and then.</summary>
internal sealed class LatestProgress : IProgress<ReloadProgress>
{
    private readonly Lock _gate = new();
    private ReloadProgress _latest;

    public ReloadProgress Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest;
            }
        }
    }

    public void Report(ReloadProgress value)
    {
        lock (_gate)
        {
            _latest = value;
        }
    }
}
