namespace Bot.Retrieval.Documents;

/// <summary>
/// Names a document: its path below the seeds folder with forward slashes, and for a line of a <c>.jsonl</c> file
/// <c>path#id</c>.
/// </summary>
public readonly record struct DocumentId(string Value) : IComparable<DocumentId>
{
    public int CompareTo(DocumentId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
