using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>What came of looking into the seeds folder.</summary>
public abstract record SeedsListing
{
    private SeedsListing() { }

    /// <summary>The folder can't be looked into.</summary>
    /// <param name="Reason">One sentence for the admin: what is wrong and what to do.</param>
    public sealed record Unavailable(string Reason) : SeedsListing;

    /// <param name="Files">To be read, in the ordinal order of their ids.</param>
    /// <param name="Quarantined">What is left out, in the same order.</param>
    public sealed record Listed(ImmutableArray<SourceFile> Files, ImmutableArray<QuarantinedSource> Quarantined) : SeedsListing
    {
        /// <summary>One sentence for the admin where there is no file to read, otherwise <see langword="null"/>.</summary>
        public string? EmptyReason { get; init; }
    }
}
