namespace Bot.Benchmarks.Synthetic;

/// <summary>Chance that is the same on every machine and in every run (SplitMix64, Steele and others 2014).</summary>
internal struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for one of many things, whatever was drawn for the others.</summary>
    public static SeededRandom For(ulong seed, int number)
    {
        var mixed = new SeededRandom(seed + ((ulong)number * 0xD1B54A32D192ED03));
        return new(mixed.Next());
    }

    public ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Of mean 0 and variance 1: the sum of four even ones, which is near enough to a normal one.</summary>
    public float Normal()
    {
        const float Mean = 2 * 65535f;
        const float Deviation = 37836.6f;
        var bits = Next();
        return (((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48)) - Mean) / Deviation;
    }
}
