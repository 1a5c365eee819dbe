namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The vectors of a stored snapshot.</summary>
internal static class StoredVectors
{
    private const string ModelName = "vectors/model";
    private const string ValuesName = "vectors/values";

    public static void Save(SectionFileWriter writer, StringPool strings, VectorIndex vectors)
    {
        writer.Write<int>(ModelName, [strings.Add(vectors.Model), vectors.Dimensions]);
        writer.Write(ValuesName, Enumerable.Range(0, vectors.Count).Select(passage => vectors[passage]));
    }

    /// <exception cref="InvalidDataException">They don't fit the rest.</exception>
    public static VectorIndex Load(ISectionReader reader, StoredStrings strings, int passages)
    {
        var model = reader.Read<int>(ModelName).Span;
        var values = reader.Read<float>(ValuesName);
        Columns.Require(model.Length == 2 && strings.Has(model[0]), ModelName);
        Columns.Require(model[1] >= 0 && (model[1] == 0 ? passages == 0 : values.Length == (long)passages * model[1]), ValuesName);
        try
        {
            return new(strings[model[0]], model[1], values.ToArray());
        }
        catch (ArgumentException ex)
        {
            throw new InvalidDataException($"its vectors can't be used: {ex.Message}", ex);
        }
    }
}
