using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Which segment of a stored snapshot keeps which passage.</summary>
internal static class StoredLayout
{
    private const string StartsName = "layout/starts";
    private const string NumbersName = "layout/numbers";

    public static void Save(SectionFileWriter writer, SegmentLayout layout)
    {
        var starts = new int[layout.SegmentCount + 1];
        for (var i = 0; i < layout.SegmentCount; i++)
        {
            starts[i + 1] = checked(starts[i] + layout.CountOf(i));
        }
        writer.Write<int>(StartsName, starts);
        writer.Write(NumbersName, Enumerable.Range(0, layout.SegmentCount).Select(segment => new ReadOnlyMemory<int>(NumbersOf(layout, segment))));
    }

    /// <exception cref="InvalidDataException">It doesn't fit the rest.</exception>
    public static SegmentLayout Load(ISectionReader reader, int passages)
    {
        var (starts, numbers) = (reader.Read<int>(StartsName), reader.Read<int>(NumbersName));
        Columns.RequireStarts(starts.Span, numbers.Length, StartsName);
        Columns.Require(!numbers.Span.ContainsAnyExceptInRange(SegmentLayout.Removed, passages - 1), NumbersName);
        try
        {
            var layout = SegmentLayout.Of([.. Enumerable.Range(0, starts.Length - 1).Select(segment => numbers[starts.Span[segment]..starts.Span[segment + 1]].ToArray())]);
            Columns.Require(layout.PassageCount == passages, NumbersName);
            return layout;
        }
        catch (ArgumentException ex)
        {
            throw new InvalidDataException($"its “{NumbersName}” doesn't fit the rest", ex);
        }
    }

    private static int[] NumbersOf(SegmentLayout layout, int segment) =>
        layout.IsWhole(segment) ? [.. Enumerable.Range(0, layout.CountOf(segment))] : layout.Numbers(segment).ToArray();
}
