using System.Collections.Immutable;

namespace Bot.Retrieval.Clauses;

/// <summary>What a reference that someone typed says.</summary>
public abstract record ClauseParse
{
    private ClauseParse() { }

    /// <summary>It names clauses: at least one.</summary>
    public sealed record Parsed(ImmutableArray<ClauseReference> References) : ClauseParse
    {
        /// <summary>The same with the words that name a code.</summary>
        public ImmutableArray<ClauseMention> Mentions { get; init; } = [];
    }

    /// <summary>It can't be read as a reference.</summary>
    /// <param name="Example">One that can, of the kind it comes nearest to.</param>
    public sealed record Malformed(string Example) : ClauseParse;
}
