namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Where a term's bytes lie in a <see cref="PostingPool"/>; kept beside what else is known of the term.</summary>
internal struct PostingChain
{
    /// <summary>Start of the first slice.</summary>
    public int First;

    /// <summary>Where the next byte goes.</summary>
    public int Next;

    /// <summary>Where the last slice's link stands.</summary>
    public int End;

    /// <summary>The last slice's; 0 where there is none yet.</summary>
    public int SliceLength;
}
