using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Inverted index over passages that were indexed together, which are known by their places in it. Self-contained: all of it
/// are flat arrays, so that a loaded file is used in place. Immutable.
/// </summary>
internal sealed class LexicalSegment
{
    private const string Name = "lexical";

    private readonly ReadOnlyMemory<int> _postingStarts;
    private readonly ReadOnlyMemory<byte> _postings;

    internal LexicalSegment(TermDictionary terms, PassageFields passages, ReadOnlyMemory<int> postingStarts, ReadOnlyMemory<byte> postings, NameTable names)
    {
        if (postingStarts.Length != terms.Count)
        {
            throw new InvalidDataException("There must be postings for each term.");
        }
        (Terms, Passages, _postingStarts, _postings, Names) = (terms, passages, postingStarts, postings, names);
    }

    public TermDictionary Terms { get; }

    /// <summary>What is known of each passage.</summary>
    public PassageFields Passages { get; }

    /// <summary>The Latin names in the passages.</summary>
    public NameTable Names { get; }

    public PostingList Postings(int term) => new(_postings.Span[_postingStarts.Span[term]..]);

    public static LexicalSegment Load(ISectionReader reader) => new(
        TermDictionary.Load(reader, $"{Name}/terms"),
        PassageFields.Load(reader, $"{Name}/passages"),
        reader.Read<int>($"{Name}/posting-starts"),
        reader.Read<byte>($"{Name}/postings"),
        NameTable.Load(reader, $"{Name}/names"));

    public void Save(ISectionWriter writer)
    {
        Terms.Save(writer, $"{Name}/terms");
        Passages.Save(writer, $"{Name}/passages");
        writer.Write($"{Name}/posting-starts", _postingStarts.Span);
        writer.Write($"{Name}/postings", _postings.Span);
        Names.Save(writer, $"{Name}/names");
    }
}
