namespace Bot.Retrieval.Documents;

/// <summary>Lines as editors number them: ended by <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</summary>
internal static class RawLines
{
    /// <summary>Where each line starts, the first at 0.</summary>
    public static int[] StartsOf(ReadOnlySpan<char> raw)
    {
        var starts = new List<int> { 0 };
        var position = 0;
        while (raw[position..].IndexOfAny('\n', '\r') is >= 0 and var distance)
        {
            position += distance;
            position += raw[position] == '\r' && position + 1 < raw.Length && raw[position + 1] == '\n' ? 2 : 1;
            starts.Add(position);
        }
        return [.. starts];
    }

    /// <summary>The line, counted from 1, that an offset stands on.</summary>
    public static int NumberAt(int[] starts, int offset)
    {
        var found = Array.BinarySearch(starts, offset);
        return (found >= 0 ? found : ~found - 1) + 1;
    }
}
