namespace Bot.Retrieval.Passages;

/// <summary>Names a passage by its document and its own text, so that it outlives edits elsewhere in the document.</summary>
public readonly record struct PassageId(string Value)
{
    public override string ToString() => Value;
}
