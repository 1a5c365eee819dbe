using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>Goes through a term's postings in one window, block by block.</summary>
/// <param name="term">Reads the blocks.</param>
/// <param name="start">The window's first place.</param>
/// <param name="length">How many places it has.</param>
internal ref struct WindowBlocks(TermCursor term, int start, int length)
{
    private int _block = -1;
    private int _length;

    /// <summary>The first posting of the block that is in the window.</summary>
    public int First { get; private set; }

    /// <summary>The places of those that are in the window.</summary>
    public readonly ReadOnlySpan<int> Places => term.Places.Slice(First, _length);

    /// <summary>Whether there is another block with postings in the window.</summary>
    public bool MoveNext()
    {
        var postings = term.Postings;
        if (_block >= 0 && _block < postings.FullBlocks && postings.Skips[_block].Last >= start + length - 1)
        {
            return false;
        }
        _block = _block < 0 ? postings.BlockOf(start) : _block + 1;
        if (_block >= postings.Blocks)
        {
            return false;
        }
        term.Read(_block);
        First = term.IndexOf(start);
        _length = term.IndexOf(start + length) - First;
        return _length > 0;
    }
}
