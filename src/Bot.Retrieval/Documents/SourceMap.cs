namespace Bot.Retrieval.Documents;

/// <summary>
/// Maps each character of a cleaned text to the raw text it came from. Kept as runs: inside a run, cleaned and raw
/// offsets grow together.
/// </summary>
public sealed class SourceMap
{
    private readonly int[] _cleanedStarts;
    private readonly int[] _rawStarts;
    private readonly int[] _rawLineStarts;
    private readonly int _firstLine;

    /// <param name="cleanedStarts">Where each run starts in the cleaned text, ascending, the first 0.</param>
    /// <param name="rawStarts">Where the same run starts in the raw text, not descending.</param>
    /// <param name="rawLineStarts">Where each raw line starts, ascending, the first 0.</param>
    /// <param name="firstLine">Number of the first raw line; 1, or the line's own number in a <c>.jsonl</c> file.</param>
    public SourceMap(int[] cleanedStarts, int[] rawStarts, int[] rawLineStarts, int firstLine = 1)
    {
        ArgumentNullException.ThrowIfNull(cleanedStarts);
        ArgumentNullException.ThrowIfNull(rawStarts);
        ArgumentNullException.ThrowIfNull(rawLineStarts);
        if (cleanedStarts.Length == 0 || cleanedStarts[0] != 0 || cleanedStarts.Length != rawStarts.Length)
        {
            throw new ArgumentException("Runs start at 0 and come in pairs.", nameof(cleanedStarts));
        }
        if (rawLineStarts.Length == 0 || rawLineStarts[0] != 0)
        {
            throw new ArgumentException("The first raw line starts at 0.", nameof(rawLineStarts));
        }
        (_cleanedStarts, _rawStarts, _rawLineStarts, _firstLine) = (cleanedStarts, rawStarts, rawLineStarts, firstLine);
    }

    internal ReadOnlyMemory<int> CleanedStarts => _cleanedStarts;

    internal ReadOnlyMemory<int> RawStarts => _rawStarts;

    internal ReadOnlyMemory<int> RawLineStarts => _rawLineStarts;

    internal int FirstLine => _firstLine;

    /// <summary>The offset in the decoded raw text, in UTF-16 code units.</summary>
    public int RawOffsetAt(int cleanedOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cleanedOffset);
        var run = IndexAtOrBefore(_cleanedStarts, cleanedOffset);
        var raw = _rawStarts[run] + (cleanedOffset - _cleanedStarts[run]);
        // A composed character has fewer cleaned than raw units and may be followed by a run that starts earlier.
        return run + 1 < _rawStarts.Length ? Math.Min(raw, _rawStarts[run + 1]) : raw;
    }

    /// <summary>The raw file's line, counted from 1, that a cleaned character stands on.</summary>
    public int LineAt(int cleanedOffset) => IndexAtOrBefore(_rawLineStarts, RawOffsetAt(cleanedOffset)) + _firstLine;

    private static int IndexAtOrBefore(int[] ascending, int value)
    {
        var found = Array.BinarySearch(ascending, value);
        return found >= 0 ? found : ~found - 1;
    }
}
