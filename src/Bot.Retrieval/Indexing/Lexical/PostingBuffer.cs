namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>One term's postings, unpacked, by ascending place. Reused from term to term, by one thread.</summary>
internal sealed class PostingBuffer
{
    private int[] _places = new int[BitPacking.BlockSize];
    private int[] _texts = new int[BitPacking.BlockSize];
    private int[] _titles = new int[BitPacking.BlockSize];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <summary>How often it stands in each text.</summary>
    public ReadOnlySpan<int> Texts => _texts.AsSpan(0, Count);

    /// <summary>How often it stands in each title with headings.</summary>
    public ReadOnlySpan<int> Titles => _titles.AsSpan(0, Count);

    /// <summary>The sentences of each text that hold it, as <see cref="SentenceSets"/>.</summary>
    public ByteWriter Sentences { get; } = new();

    public void Clear()
    {
        Count = 0;
        Sentences.Clear();
    }

    /// <summary>Adds a posting behind the others, but for its sentences.</summary>
    public void Add(int place, int text, int title)
    {
        if (Count == _places.Length)
        {
            Array.Resize(ref _places, 2 * Count);
            Array.Resize(ref _texts, 2 * Count);
            Array.Resize(ref _titles, 2 * Count);
        }
        (_places[Count], _texts[Count], _titles[Count]) = (place, text, title);
        Count++;
    }
}
