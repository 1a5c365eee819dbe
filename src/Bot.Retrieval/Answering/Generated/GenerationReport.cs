using System.Collections.Immutable;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>How a language model took part in an answer.</summary>
public sealed record GenerationReport
{
    /// <summary>As the client names it; null where it doesn't say.</summary>
    public string? Model { get; init; }

    /// <summary>Name and version of the prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>Why the answer isn't the model's; null where it is, or where the model said that the passages don't answer.</summary>
    public ModelFailure? Failure { get; init; }

    /// <summary>Each sentence that the model wrote, in order, and what became of it.</summary>
    public ImmutableArray<SentenceVerdict> Verdicts { get; init; } = [];

    /// <summary>Of all calls for this answer; 0 where the endpoint doesn't say.</summary>
    public long InputTokens { get; init; }

    /// <summary>Of all calls for this answer; 0 where the endpoint doesn't say.</summary>
    public long OutputTokens { get; init; }
}
