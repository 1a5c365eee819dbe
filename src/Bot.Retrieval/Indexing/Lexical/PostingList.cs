namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>One term's postings as <see cref="PostingWriter"/> wrote them. Blocks are numbered; the rest behind them is the last one.</summary>
/// <param name="bytes">Start with the term's; may go on with others'.</param>
/// <param name="header">What they start with.</param>
internal readonly ref struct PostingList(ReadOnlySpan<byte> bytes, PostingHeader header)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly PostingHeader _header = header;

    /// <summary>Passages that have the term.</summary>
    public int Count => _header.Count;

    /// <summary>Passages that have it in their text.</summary>
    public int TextCount => _header.TextCount;

    /// <summary>The most that an occurrence counts, see <see cref="ScoreBound"/>.</summary>
    public byte Maximum => _header.Maximum;

    /// <summary>Those of 128 postings.</summary>
    public int FullBlocks => _header.FullBlocks;

    public int Blocks => FullBlocks + (RestCount > 0 ? 1 : 0);

    public ReadOnlySpan<SkipEntry> Skips { get; } = header.SkipsOf(bytes);

    public int RestCount => Count % BitPacking.BlockSize;

    public byte RestMaximum => _header.RestMaximum;

    public int CountOf(int block) => block < FullBlocks ? BitPacking.BlockSize : RestCount;

    /// <summary>Behind which place a block starts; 0 where that is the first, which may be 0 itself.</summary>
    public int Before(int block) => block == 0 ? 0 : Skips[block - 1].Last;

    /// <summary>The block that a place is in if any is.</summary>
    public int BlockOf(int place)
    {
        var (low, high) = (0, FullBlocks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Skips[middle].Last < place ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <param name="block">A full one.</param>
    /// <param name="places">Takes 128.</param>
    public void UnpackPlaces(int block, Span<int> places) =>
        BitPacking.UnpackDistances(_bytes[Skips[block].Data..], Skips[block].PlaceBits, Before(block), places);

    /// <param name="block">A full one whose text counts aren't all 1.</param>
    /// <param name="texts">Takes 128.</param>
    public void UnpackTexts(int block, Span<int> texts) => BitPacking.Unpack(_bytes[Skips[block].TextData..], Skips[block].TextBits, texts);

    /// <param name="block">A full one whose title counts aren't all 0.</param>
    /// <param name="titles">Takes 128.</param>
    public void UnpackTitles(int block, Span<int> titles) => BitPacking.Unpack(_bytes[Skips[block].TitleData..], Skips[block].TitleBits, titles);

    /// <summary>The counts of one posting of a full block.</summary>
    public (int Text, int Title) CountsAt(int block, int index)
    {
        var skip = Skips[block];
        return (
            skip.TextBits == 0 ? 1 : BitPacking.Get(_bytes[skip.TextData..], skip.TextBits, index),
            BitPacking.Get(_bytes[skip.TitleData..], skip.TitleBits, index));
    }

    /// <summary>Unpacks the postings behind the full blocks.</summary>
    public void UnpackRest(Span<int> places, Span<int> texts, Span<int> titles)
    {
        var position = _header.Rest;
        var place = Before(FullBlocks);
        for (var i = 0; i < RestCount; i++)
        {
            (var distance, texts[i], titles[i]) = PostingCode.Read(_bytes, ref position);
            places[i] = place += distance;
        }
    }

    /// <summary>Adds all postings to a buffer.</summary>
    /// <param name="buffer">Takes them.</param>
    /// <param name="offset">What is added to each place.</param>
    public void CopyTo(PostingBuffer buffer, int offset = 0)
    {
        if (FullBlocks == 0)
        {
            CopyRestTo(buffer, offset);
            return;
        }
        Span<int> places = stackalloc int[BitPacking.BlockSize];
        Span<int> texts = stackalloc int[BitPacking.BlockSize];
        Span<int> titles = stackalloc int[BitPacking.BlockSize];
        for (var block = 0; block < Blocks; block++)
        {
            Unpack(block, places, texts, titles);
            for (var i = 0; i < CountOf(block); i++)
            {
                buffer.Add(places[i] + offset, texts[i], titles[i]);
            }
            var sentences = SentencesOf(block, 0);
            buffer.Sentences.Write(sentences[..SentenceSets.Skip(sentences, CountOf(block))]);
        }
    }

    /// <summary>Unpacks a block's postings.</summary>
    public void Unpack(int block, Span<int> places, Span<int> texts, Span<int> titles)
    {
        if (block == FullBlocks)
        {
            UnpackRest(places, texts, titles);
            return;
        }
        UnpackPlaces(block, places);
        UnpackCounts(block, texts, titles);
    }

    /// <summary>Unpacks a full block's counts.</summary>
    public void UnpackCounts(int block, Span<int> texts, Span<int> titles)
    {
        if (Skips[block].TextBits == 0)
        {
            texts.Fill(1);
        }
        else
        {
            UnpackTexts(block, texts);
        }
        UnpackTitles(block, titles);
    }

    /// <summary>The bytes that start with the sentences of a posting; see <see cref="SentenceSets"/>.</summary>
    public ReadOnlySpan<byte> SentencesOf(int block, int index)
    {
        var sentences = _bytes[(block < FullBlocks ? Skips[block].Sentences : _header.RestSentences)..];
        return sentences[SentenceSets.Skip(sentences, index)..];
    }

    /// <summary>Finds a passage's posting.</summary>
    public bool TryFind(int place, out PostingPlace found)
    {
        var block = BlockOf(place);
        Span<int> places = stackalloc int[BitPacking.BlockSize];
        if (block < FullBlocks)
        {
            UnpackPlaces(block, places);
            var index = places.BinarySearch(place);
            var (text, title) = index < 0 ? default : CountsAt(block, index);
            found = new(block, index, text, title);
            return index >= 0;
        }
        var position = _header.Rest;
        var current = Before(FullBlocks);
        for (var i = 0; i < RestCount; i++)
        {
            var (distance, text, title) = PostingCode.Read(_bytes, ref position);
            current += distance;
            if (current >= place)
            {
                found = new(block, i, text, title);
                return current == place;
            }
        }
        found = default;
        return false;
    }

    // Most terms are rare, and have no full block.
    private void CopyRestTo(PostingBuffer buffer, int offset)
    {
        var position = _header.Rest;
        var place = offset;
        for (var i = 0; i < RestCount; i++)
        {
            var (distance, text, title) = PostingCode.Read(_bytes, ref position);
            buffer.Add(place += distance, text, title);
        }
        var sentences = _bytes[_header.RestSentences..];
        buffer.Sentences.Write(sentences[..SentenceSets.Skip(sentences, RestCount)]);
    }
}
