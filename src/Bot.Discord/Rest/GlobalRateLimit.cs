namespace Bot.Discord.Rest;

/// <summary>What holds for all calls: the bot's limit a second, Discord's global 429, and Cloudflare's ban of the address.</summary>
internal sealed class GlobalRateLimit(int perSecond, TimeProvider clock)
{
    private readonly SlidingWindow _window = new(perSecond, TimeSpan.FromSeconds(1), clock);
    private readonly HoldUntil _global = new(clock);
    private readonly HoldUntil _banned = new(clock);

    /// <summary>Waits until the call may leave. Interactions stand outside everything but the ban, which is on the address.</summary>
    public async Task WaitAsync(RestRoute route, TimeSpan longest, CancellationToken cancellationToken)
    {
        do
        {
            await _banned.WaitAsync(longest, cancellationToken);
            if (route.IsInteraction)
            {
                return;
            }
            await _global.WaitAsync(longest, cancellationToken);
            await Task.Delay(_window.Reserve(), clock, cancellationToken);
        }
        // Either may have begun while the call waited for its turn.
        while (_banned.Remaining > TimeSpan.Zero || _global.Remaining > TimeSpan.Zero);
    }

    /// <summary>After a 429 that says it is global.</summary>
    public void Hold(TimeSpan duration) => _global.For(duration);

    /// <summary>After a 429 that isn't Discord's own.</summary>
    public void Ban(TimeSpan duration) => _banned.For(duration);
}
