namespace Bot.Retrieval.Indexing;

/// <summary>What came of a build.</summary>
public abstract record BuildOutcome
{
    private BuildOutcome() { }

    public sealed record Built(IndexSnapshot Snapshot, ReloadReport Report) : BuildOutcome;

    /// <summary>No snapshot came of it, so the last one stays.</summary>
    /// <param name="Reason">One sentence for the admin: what is wrong and what to do.</param>
    public sealed record Failed(string Reason) : BuildOutcome;
}
