namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A snapshot as sections of a file.</summary>
internal static class StoredSnapshot
{
    private const string RevisionName = "revision";

    public static void Save(SectionFileWriter writer, IndexSnapshot snapshot)
    {
        var strings = new StringPool();
        var references = new ReferencePool(strings);
        writer.Write<int>(RevisionName, [strings.Add(snapshot.Revision)]);
        StoredDocuments.Save(writer, strings, snapshot.Documents);
        StoredPassages.Save(writer, strings, references, snapshot.Passages, snapshot.Documents);
        StoredSources.Save(writer, strings, snapshot);
        StoredGlossary.Save(writer, strings, snapshot.Glossary, snapshot.GlossaryHash);
        StoredClauses.Save(writer, strings, references, snapshot.Clauses, snapshot.Passages);
        StoredLayout.Save(writer, snapshot.Layout);
        StoredVectors.Save(writer, strings, snapshot.Vectors);
        StoredLexical.Save(writer, snapshot.Lexical);
        references.Save(writer);
        strings.Save(writer);
    }

    /// <exception cref="InvalidDataException">A section is missing, or they don't fit together.</exception>
    public static IndexSnapshot Load(ISectionReader reader)
    {
        var strings = new StoredStrings(reader);
        var references = new StoredReferences(reader, strings);
        var documents = new StoredDocuments(reader, strings);
        var passages = new StoredPassages(reader, strings, references, documents);
        var clauses = new StoredClauses(reader, strings, references, documents, passages);
        var revision = reader.Read<int>(RevisionName).Span;
        Columns.Require(revision.Length == 1 && strings.Has(revision), RevisionName);
        var (glossary, glossaryHash) = StoredGlossary.Load(reader, strings);
        var layout = StoredLayout.Load(reader, passages.All.Length);
        return new()
        {
            Revision = strings[revision[0]],
            Layout = layout,
            Documents = passages.Documents,
            Passages = passages.All,
            Quarantined = StoredSources.LoadQuarantined(reader, strings),
            Clauses = null!,
            LaterClauses = new(clauses.Make),
            ClauseCount = clauses.Count,
            Glossary = glossary,
            GlossaryHash = glossaryHash,
            Sources = StoredSources.Load(reader, strings, passages.All),
            Vectors = StoredVectors.Load(reader, strings, layout),
            Lexical = StoredLexical.Load(reader, layout),
        };
    }
}
