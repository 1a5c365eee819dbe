namespace Bot.Host.CommandLine;

/// <summary>Keeps the last thing it was told, for someone who looks now and then.</summary>
internal sealed class LatestProgress<T> : IProgress<T>
    where T : struct
{
    private readonly Lock _gate = new();
    private T _latest;

    public T Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest;
            }
        }
    }

    public void Report(T value)
    {
        lock (_gate)
        {
            _latest = value;
        }
    }
}
