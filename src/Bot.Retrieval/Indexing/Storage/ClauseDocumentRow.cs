namespace Bot.Retrieval.Indexing.Storage;

/// <summary>What the clause index keeps of a document. What it has several of ends where that of the next row starts; the last row ends them all.</summary>
internal record struct ClauseDocumentRow
{
    // The code that the document is: numbers of strings, or none.
    public int OwnCodeKey;
    public int OwnCodeName;

    public int Passages;
    public int NamedInTitle;
    public int SurelyNamed;
    public int Own;
    public int Mentions;
}
