namespace Bot.Discord.Gateway;

/// <summary>Shards that must identify one after another, so long apart.</summary>
internal sealed class IdentifyLane(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _last;

    public async Task EnterAsync(TimeSpan apart, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && apart - clock.GetElapsedTime(last) is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Whoever has the turn identified.</summary>
    public void Used() => _last = clock.GetTimestamp();

    public void Exit() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
