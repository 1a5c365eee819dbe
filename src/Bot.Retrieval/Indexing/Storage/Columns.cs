namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Checks of what was read, so that whoever uses it later never meets a place that isn't there.</summary>
internal static class Columns
{
    /// <exception cref="InvalidDataException">It doesn't hold.</exception>
    public static void Require(bool holds, string section)
    {
        if (!holds)
        {
            throw new InvalidDataException($"its “{section}” doesn't fit the rest");
        }
    }

    /// <summary>Where each of several stretches of so many values starts, and behind them where the last one ends.</summary>
    /// <exception cref="InvalidDataException">They aren't such starts.</exception>
    public static void RequireStarts(ReadOnlySpan<int> starts, int count, string section)
    {
        Require(starts.Length > 0 && starts[0] == 0 && starts[^1] == count && IsAscending(starts), section);
    }

    public static bool IsAscending(ReadOnlySpan<int> values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether a number is that of one of so many.</summary>
    public static bool IsOf(int number, int count) => (uint)number < (uint)count;

    /// <summary>Whether all of them are.</summary>
    public static bool AreOf(ReadOnlySpan<int> numbers, int count) => count == 0 ? numbers.IsEmpty : !numbers.ContainsAnyExceptInRange(0, count - 1);

    /// <summary>Whether a span lies inside so many characters.</summary>
    public static bool IsWithin(StoredSpan span, long length) => span.Start >= 0 && span.Length >= 0 && (long)span.Start + span.Length <= length;

    /// <summary>Whether a stretch of so many values may start where it does and end where the next one starts.</summary>
    public static bool IsStretch(long start, long next, long count) => start >= 0 && start <= next && next <= count;
}
