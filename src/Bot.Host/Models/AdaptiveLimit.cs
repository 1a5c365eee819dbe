namespace Bot.Host.Models;

/// <summary>
/// A limit that an endpoint teaches: halved when it refuses, one more after a run of successes, never above where it
/// started. Safe for concurrent use.
/// </summary>
internal sealed class AdaptiveLimit(int most)
{
    private const int SuccessesToGrow = 8;

    private readonly Lock _gate = new();
    private int _successes;

    public int Current { get; private set; } = Math.Max(1, most);

    public void Succeeded()
    {
        lock (_gate)
        {
            _successes++;
            if (_successes >= SuccessesToGrow && Current < most)
            {
                (Current, _successes) = (Current + 1, 0);
            }
        }
    }

    /// <param name="tried">What was refused; halving it twice for two refusals of one size would be too much.</param>
    public void Refused(int tried)
    {
        lock (_gate)
        {
            (Current, _successes) = (Math.Max(1, Math.Min(Current, tried / 2)), 0);
        }
    }
}
