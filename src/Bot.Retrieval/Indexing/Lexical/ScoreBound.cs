namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>What occurrences count at most, as one byte that is never too low.</summary>
internal static class ScoreBound
{
    /// <summary>What one step counts.</summary>
    public const double Step = FieldNorms.Most / byte.MaxValue;

    public static byte Of(double saturated) => (byte)Math.Min(byte.MaxValue, Math.Ceiling(saturated / Step));
}
