namespace Bot.Retrieval.Documents;

/// <summary>A text made from another, with where each character came from. Kept as runs, as in <see cref="SourceMap"/>.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Starts">Where each run starts in <paramref name="Text"/>, ascending, the first 0.</param>
/// <param name="Origins">Where the same run starts in the other text, not descending.</param>
internal sealed record MappedText(string Text, int[] Starts, int[] Origins)
{
    /// <summary>A part of a text, unchanged.</summary>
    public static MappedText Unchanged(string text, int origin = 0) => new(text, [0], [origin]);

    public int OriginAt(int offset)
    {
        var found = Array.BinarySearch(Starts, offset);
        var run = found >= 0 ? found : ~found - 1;
        return Origins[run] + offset - Starts[run];
    }

    /// <summary>The first character that came from the origin or from behind it; the length where none did.</summary>
    public int OffsetOf(int origin)
    {
        var (low, high) = (0, Text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = OriginAt(middle) < origin ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The same text, mapped past the text it was made from to what that was made from.</summary>
    public MappedText Through(MappedText earlier)
    {
        if (earlier.Starts.Length == 1)
        {
            var shift = earlier.Origins[0];
            return shift == 0 ? this : this with { Origins = Array.ConvertAll(Origins, origin => origin + shift) };
        }
        var builder = new MappedTextBuilder(Text.Length);
        for (var run = 0; run < Starts.Length; run++)
        {
            var end = run + 1 < Starts.Length ? Starts[run + 1] : Text.Length;
            for (var offset = Starts[run]; offset < end; offset++)
            {
                builder.Append(Text[offset], earlier.OriginAt(Math.Min(Origins[run] + offset - Starts[run], Math.Max(0, earlier.Text.Length - 1))));
            }
        }
        return builder.Build();
    }

    /// <summary>The part from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public MappedText Slice(int start, int end)
    {
        if (start >= end)
        {
            return Unchanged("");
        }
        var builder = new MappedTextBuilder(end - start);
        for (var offset = start; offset < end; offset++)
        {
            builder.Append(Text[offset], OriginAt(offset));
        }
        return builder.Build();
    }

    public SourceMap ToSourceMap(int[] rawLineStarts, int firstLine = 1) => new(Starts, Origins, rawLineStarts, firstLine);
}
