namespace Bot.Retrieval.Searching.Lexical;

/// <summary>
/// Scores as whole numbers: sums of them don't depend on the order of addition, so that a passage has the same score however
/// it was found.
/// </summary>
internal static class FixedScore
{
    /// <summary>What 1 is.</summary>
    public const double Unit = 1L << 40;

    // Rounding never makes a bound too low.
    private const double Slack = 1 + 1e-9;

    /// <summary>What a term adds.</summary>
    /// <param name="mass">The term's, times <see cref="Unit"/>.</param>
    /// <param name="occurrence">How often it occurs, saturated.</param>
    public static long Of(double mass, double occurrence) => (long)(mass * occurrence);

    /// <summary>What a term adds at most.</summary>
    public static long Bound(double mass, double occurrence) => (long)(mass * occurrence * Slack) + 1;

    public static double ToDouble(long score) => score / Unit;

    public static long OfDouble(double score) => (long)(score * Unit);
}
