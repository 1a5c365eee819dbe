using Bot.Retrieval.Analysis;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>A term where it stands in the passage that is being indexed.</summary>
internal struct TermOccurrence
{
    /// <summary>See <see cref="TermKey"/>.</summary>
    public ulong Key;

    /// <summary>The term's number.</summary>
    public int Term;

    /// <summary>The term's, in characters.</summary>
    public int Length;

    public TermKind Kind;

    /// <summary>In the text, in characters.</summary>
    public int Start;

    /// <summary>The passage's sentence.</summary>
    public int Sentence;

    /// <summary>The same term's occurrence before this one; −1 for the first.</summary>
    public int Before;
}
