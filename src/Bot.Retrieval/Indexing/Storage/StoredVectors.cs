using System.Globalization;
using System.Numerics.Tensors;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The vectors of a stored snapshot.</summary>
internal static class StoredVectors
{
    private const string ModelName = "vectors/model";

    public static void Save(ISectionWriter writer, StringPool strings, VectorIndex vectors)
    {
        writer.Write<int>(ModelName, [strings.Add(vectors.Model), vectors.Dimensions]);
        for (var segment = 0; segment < vectors.Segments.Count; segment++)
        {
            vectors.Segments[segment].Save(writer, Prefix(segment));
        }
    }

    /// <exception cref="InvalidDataException">They don't fit the rest.</exception>
    public static VectorIndex Load(ISectionReader reader, StoredStrings strings, SegmentLayout layout)
    {
        var model = reader.Read<int>(ModelName).Span;
        Columns.Require(model.Length == 2 && strings.Has(model[0]) && model[1] >= 0, ModelName);
        var segments = new VectorSegment[layout.SegmentCount];
        for (var segment = 0; segment < segments.Length; segment++)
        {
            segments[segment] = VectorSegment.Load(reader, Prefix(segment));
            CheckValues(segments[segment]);
        }
        try
        {
            return new(strings[model[0]], model[1], segments, layout);
        }
        catch (ArgumentException ex)
        {
            throw new InvalidDataException($"its vectors don't fit the rest: {ex.Message}", ex);
        }
    }

    private static string Prefix(int segment) => string.Create(CultureInfo.InvariantCulture, $"vectors/{segment}/");

    // A cosine that isn't a number would be compared with others.
    private static void CheckValues(VectorSegment segment) => InParts.Run(segment.Count, (start, end) =>
        Columns.Require(TensorPrimitives.IsFiniteAll(segment.Vectors.Span[(start * segment.Dimensions)..(end * segment.Dimensions)]), "vectors"));
}
