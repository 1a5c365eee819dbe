using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>What a segment knows of its passages, by place. Immutable.</summary>
internal sealed class PassageFields
{
    private readonly ReadOnlyMemory<int> _textLengths;
    private readonly ReadOnlyMemory<int> _titleLengths;
    private readonly ReadOnlyMemory<int> _sentences;
    private readonly ReadOnlyMemory<bool> _isChinese;

    public PassageFields(ReadOnlyMemory<int> textLengths, ReadOnlyMemory<int> titleLengths, ReadOnlyMemory<int> sentences, ReadOnlyMemory<bool> isChinese)
    {
        if (titleLengths.Length != textLengths.Length || sentences.Length != textLengths.Length || isChinese.Length != textLengths.Length)
        {
            throw new InvalidDataException("The passages' parts don't fit.");
        }
        (_textLengths, _titleLengths, _sentences, _isChinese) = (textLengths, titleLengths, sentences, isChinese);
        var (text, title) = (0L, 0L);
        for (var place = 0; place < Count; place++)
        {
            text += TextLengths[place];
            title += TitleLengths[place];
        }
        Norms = new(FieldNorms.AverageOf(text, Count), FieldNorms.AverageOf(title, Count));
    }

    public int Count => _textLengths.Length;

    /// <summary>In terms, Han pairs and quantities left out.</summary>
    public ReadOnlySpan<int> TextLengths => _textLengths.Span;

    /// <summary>The same of the titles with the headings.</summary>
    public ReadOnlySpan<int> TitleLengths => _titleLengths.Span;

    /// <summary>How many sentences each text has.</summary>
    public ReadOnlySpan<int> Sentences => _sentences.Span;

    /// <summary>Whether most words of each text are Chinese.</summary>
    public ReadOnlySpan<bool> IsChinese => _isChinese.Span;

    /// <summary>By this segment's averages: what the bounds in its postings are of.</summary>
    public FieldNorms Norms { get; }

    public static PassageFields Load(ISectionReader reader, string name) =>
        new(reader.Read<int>($"{name}/text-lengths"), reader.Read<int>($"{name}/title-lengths"), reader.Read<int>($"{name}/sentences"), reader.Read<bool>($"{name}/chinese"));

    public void Save(ISectionWriter writer, string name)
    {
        writer.Write($"{name}/text-lengths", TextLengths);
        writer.Write($"{name}/title-lengths", TitleLengths);
        writer.Write($"{name}/sentences", Sentences);
        writer.Write($"{name}/chinese", IsChinese);
    }

    /// <summary>Writes postings with bounds by these norms.</summary>
    /// <param name="expected">About how many bytes there will be.</param>
    internal PostingWriter NewWriter(int expected) => new(Norms, _textLengths, _titleLengths, expected);
}
