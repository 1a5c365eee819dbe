using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>Contests of vector searches.</summary>
internal static class VectorRounds
{
    // Enough for a round of some tenths of a second.
    private const long BytesARound = 6L << 30;

    /// <summary>How many questions a round asks.</summary>
    public static int Operations(VectorSet set, bool exact)
    {
        const int AtLeast = 10;
        const int AtMost = 4000;
        const int FirstPassGains = 8;
        var scans = (int)(BytesARound / (set.Vectors.Length * (long)sizeof(float)));
        return Math.Max(AtLeast, Math.Min(AtMost, exact ? scans : scans * FirstPassGains));
    }

    /// <summary>Each answers so many questions a round, after some that don't count.</summary>
    public static Task<Contest<Sample>> RunAsync(BenchContext context, params (int Operations, Action<int> Ask)[] contestants)
    {
        foreach (var (operations, ask) in contestants)
        {
            context.Meter.WarmUp(operations, ask);
        }
        return Contest.RunAsync(context.Size.Rounds, [.. contestants.Select(contestant => new Func<Sample>(() => context.Meter.Batch(contestant.Operations, contestant.Ask)))]);
    }
}
