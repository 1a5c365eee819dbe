namespace Bot.Discord.Simulator.State;

/// <summary>Discord's ids: milliseconds since 2015 above 22 bits of counter, so that a later id is always larger.</summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    private const long Epoch = 1_420_070_400_000;

    private ulong _last;

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);

    /// <summary>The next id. Call it under the world's gate.</summary>
    public ulong Next()
    {
        var now = (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        return _last = Math.Max(now, _last + 1);
    }
}
