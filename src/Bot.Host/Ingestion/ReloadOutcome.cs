using Bot.Retrieval.Indexing;

namespace Bot.Host.Ingestion;

/// <summary>What came of a reload. Unless it is <see cref="Reloaded"/>, the index is the one from before.</summary>
internal abstract record ReloadOutcome
{
    private ReloadOutcome() { }

    /// <summary>The new index is published.</summary>
    public sealed record Reloaded(ReloadReport Report) : ReloadOutcome;

    /// <summary>The folder that the settings name isn't there.</summary>
    public sealed record NoSeeds(string Reason) : ReloadOutcome;

    /// <summary>Something went wrong on the way.</summary>
    public sealed record Failed(string Reason) : ReloadOutcome;

    /// <summary>The host is stopping, or all who asked for it have left.</summary>
    public sealed record Cancelled : ReloadOutcome;
}
