namespace Bot.Host.Models;

/// <summary>
/// A limit that an endpoint teaches: halved when it refuses. Safe for concurrent use.
/// </summary>
/// <param name="most">Where it starts, and what it never passes.</param>
/// <param name="grows">Whether a run of successes makes it one more: a limit of the moment passes, one of size doesn't.</param>
internal sealed class AdaptiveLimit(int most, bool grows)
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
            if (grows && _successes >= SuccessesToGrow && Current < most)
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
