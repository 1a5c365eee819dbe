using System.Collections.Immutable;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Answering;

/// <summary>What the bot says to a question: a grounded answer or an honest "not found".</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>For a person to read, in the question's language; quotes stay in their own script.</summary>
    public required string Text { get; init; }

    /// <summary>How sure the bot is that the documents answer: 0 to 1, calibrated on public sets.</summary>
    public required double Confidence { get; init; }

    /// <summary>The snapshot that was read.</summary>
    public required string Snapshot { get; init; }

    /// <summary>One line to show beneath, in the question's language; null where there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>How a language model took part; null where none was asked.</summary>
    public GenerationReport? Generation { get; init; }

    /// <summary>Each claim stands in a citation.</summary>
    public sealed record Grounded(ImmutableArray<Citation> Citations) : Answer;

    /// <summary>Nothing the documents say answers.</summary>
    public sealed record NotFound(NotFoundReason Reason) : Answer
    {
        /// <summary>What comes nearest, best first; shown as "nearest", never as an answer.</summary>
        public ImmutableArray<Citation> Nearest { get; init; } = [];

        /// <summary>Clauses that exist and are nearest to the one asked for, or that it may mean.</summary>
        public ImmutableArray<ClauseReference> NearestClauses { get; init; } = [];
    }
}

/// <summary>Why there is no answer.</summary>
public enum NotFoundReason
{
    /// <summary>The question is empty, or has no word that can be searched for.</summary>
    EmptyQuestion,

    /// <summary>No document is loaded.</summary>
    EmptyIndex,

    /// <summary>No passage comes near enough.</summary>
    NotConfident,

    /// <summary>The question asks about a clause that no document speaks of.</summary>
    UnknownClause,

    /// <summary>The question asks about a clause that several codes have, and doesn't say which.</summary>
    AmbiguousClause,
}
