using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Inverted index over passages that were indexed together, which are known by their places in it. Self-contained: all of it
/// are flat arrays, so that a loaded file is used in place. Immutable.
/// </summary>
internal sealed class LexicalSegment
{
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

    /// <summary>How many bytes all postings take.</summary>
    public int PostingLength => _postings.Length;

    public PostingList Postings(int term)
    {
        var bytes = _postings.Span[_postingStarts.Span[term]..];
        return new(bytes, new(bytes));
    }

    /// <summary>The bytes that start with a term's postings.</summary>
    public ReadOnlyMemory<byte> PostingBytes(int term) => _postings[_postingStarts.Span[term]..];

    /// <param name="reader">Has what was saved.</param>
    /// <param name="name">Of the sections.</param>
    /// <exception cref="InvalidDataException">The parts don't fit.</exception>
    public static LexicalSegment Load(ISectionReader reader, string name)
    {
        var (starts, postings) = (reader.Read<int>($"{name}/posting-starts"), reader.Read<byte>($"{name}/postings"));
        Columns.Require(Columns.AreOf(starts.Span, postings.Length), $"{name}/posting-starts");
        return new(TermDictionary.Load(reader, $"{name}/terms"), PassageFields.Load(reader, $"{name}/passages"), starts, postings, NameTable.Load(reader, $"{name}/names"));
    }

    public void Save(ISectionWriter writer, string name)
    {
        Terms.Save(writer, $"{name}/terms");
        Passages.Save(writer, $"{name}/passages");
        writer.Write($"{name}/posting-starts", _postingStarts.Span);
        writer.Write($"{name}/postings", _postings.Span);
        Names.Save(writer, $"{name}/names");
    }
}
