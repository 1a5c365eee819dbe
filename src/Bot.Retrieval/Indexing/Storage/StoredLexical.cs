using System.Collections.Immutable;
using System.Globalization;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The words of a stored snapshot.</summary>
internal static class StoredLexical
{
    public static void Save(ISectionWriter writer, LexicalIndex index)
    {
        for (var segment = 0; segment < index.Layout.SegmentCount; segment++)
        {
            index.Segments[segment].Segment.Save(writer, Prefix(segment));
        }
    }

    /// <exception cref="InvalidDataException">They don't fit the rest.</exception>
    public static LexicalIndex Load(ISectionReader reader, SegmentLayout layout)
    {
        var segments = ImmutableArray.CreateBuilder<LexicalSegment>(layout.SegmentCount);
        for (var segment = 0; segment < layout.SegmentCount; segment++)
        {
            segments.Add(LexicalSegment.Load(reader, Prefix(segment)));
            Columns.Require(segments[segment].Passages.Count == layout.CountOf(segment), "lexical");
        }
        return LexicalIndex.Of(segments.MoveToImmutable(), layout);
    }

    private static string Prefix(int segment) => string.Create(CultureInfo.InvariantCulture, $"lexical/{segment}");
}
