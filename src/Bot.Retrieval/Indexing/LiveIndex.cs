namespace Bot.Retrieval.Indexing;

/// <summary>Holds the current snapshot. Read <see cref="Current"/> once per question; publishing is one assignment.</summary>
public sealed class LiveIndex
{
    private volatile IndexSnapshot _current = IndexSnapshot.Empty;

    public IndexSnapshot Current => _current;

    public void Publish(IndexSnapshot next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _current = next;
    }
}
