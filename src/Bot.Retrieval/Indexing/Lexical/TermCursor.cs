namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Reads one term's postings in one segment, block by block, each unpacked once while it is needed. Used by one thread.</summary>
internal sealed class TermCursor
{
    private const int None = -1;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly PostingHeader _header;

    // Made when they are needed, and counts only as long as that: a question looks at hundreds of terms, most of them rare.
    // Behind the last of a block that isn't full, places are higher than any.
    private int[]? _places;
    private int[]? _texts;
    private int[]? _titles;
    private int _block = None;
    private int _before = int.MaxValue;
    private int _last = None;
    private bool _countsRead;

    /// <param name="segment">Whose postings are read.</param>
    /// <param name="term">The segment's number of the term.</param>
    public TermCursor(LexicalSegment segment, int term)
    {
        _bytes = segment.PostingBytes(term);
        _header = new(_bytes.Span);
    }

    /// <summary>Whether each occurrence in the block that was read stands in the text once, and in no title.</summary>
    public bool IsPlain { get; private set; }

    public PostingList Postings => new(_bytes.Span, _header);

    /// <summary>The places of the block that was read.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Length);

    private int Length { get; set; }

    /// <summary>Reads a block.</summary>
    public void Read(int block)
    {
        if (block == _block)
        {
            return;
        }
        var postings = Postings;
        _places ??= new int[BitPacking.BlockSize];
        (_block, Length, _before) = (block, postings.CountOf(block), postings.Before(block));
        _countsRead = block == postings.FullBlocks;
        if (_countsRead)
        {
            postings.UnpackRest(_places, _texts ??= NewBuffer(postings), _titles ??= NewBuffer(postings));
            _places.AsSpan(Length).Fill(int.MaxValue);
            _last = int.MaxValue;
            IsPlain = false;
        }
        else
        {
            var skip = postings.Skips[block];
            postings.UnpackPlaces(block, _places);
            _last = skip.Last;
            IsPlain = skip is { TextBits: 0, TitleBits: 0 };
        }
    }

    /// <summary>Where a passage's posting is in the block that was read; below 0 where it has none.</summary>
    public int Find(int place)
    {
        if (place <= _before && !(_block == 0 && place == 0) || place > _last)
        {
            var postings = Postings;
            var block = postings.BlockOf(place);
            if (block == postings.Blocks)
            {
                return None;
            }
            Read(block);
        }
        var index = IndexOf(place);
        return index < Length && _places![index] == place ? index : None;
    }

    /// <summary>How many postings of the block that was read are of earlier places than one.</summary>
    public int IndexOf(int place)
    {
        // Which way the search goes can't be foretold, so that branches would cost more than the rest.
        var places = _places!;
        var index = 0;
        for (var half = BitPacking.BlockSize / 2; half > 0; half /= 2)
        {
            index += (places[index + half - 1] - place) >> 31 & half;
        }
        return places[index] < place ? index + 1 : index;
    }

    /// <summary>The counts of a posting in the block that was read.</summary>
    public (int Text, int Title) CountsAt(int index) =>
        IsPlain ? (1, 0) : _countsRead ? (_texts![index], _titles![index]) : Postings.CountsAt(_block, index);

    /// <summary>Sets the bits of a passage's sentences that hold the term.</summary>
    public void AddSentences(int place, Span<ulong> sentences)
    {
        if (Find(place) is >= 0 and var index)
        {
            SentenceSets.AddTo(sentences, Postings.SentencesOf(_block, index));
        }
    }

    /// <summary>All counts of the block that was read.</summary>
    public (int[] Texts, int[] Titles) ReadCounts()
    {
        var postings = Postings;
        _texts ??= NewBuffer(postings);
        _titles ??= NewBuffer(postings);
        if (!_countsRead)
        {
            postings.UnpackCounts(_block, _texts, _titles);
            _countsRead = true;
        }
        return (_texts, _titles);
    }

    private static int[] NewBuffer(PostingList postings) => new int[postings.FullBlocks == 0 ? postings.RestCount : BitPacking.BlockSize];
}
