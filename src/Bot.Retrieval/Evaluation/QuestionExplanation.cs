using System.Collections.Immutable;
using Bot.Retrieval.Answering;

namespace Bot.Retrieval.Evaluation;

/// <summary>How one question of a set came to its answer.</summary>
public sealed record QuestionExplanation
{
    public required QuestionSet Set { get; init; }

    public required EvaluationQuestion Question { get; init; }

    /// <summary>What the bot says to it.</summary>
    public required Answer Answer { get; init; }

    /// <summary>The confidence from which on it answers.</summary>
    public required double Threshold { get; init; }

    /// <summary>Whether the best passage was found by the question's translation.</summary>
    public required bool AcrossLanguages { get; init; }

    /// <summary>What the confidence starts from, in log odds.</summary>
    public required double Intercept { get; init; }

    /// <summary>What makes the confidence; empty where nothing was found.</summary>
    public required ImmutableArray<ExplainedSignal> Signals { get; init; }

    /// <summary>The best ten, best first.</summary>
    public required ImmutableArray<ExplainedPassage> Passages { get; init; }

    /// <summary>The question's terms, the weightiest first, against the best passage.</summary>
    public required ImmutableArray<ExplainedTerm> Terms { get; init; }

    /// <summary>The right passage; null where the set names none, or nothing of it was found.</summary>
    public required ExplainedPassage? Gold { get; init; }

    /// <summary>The question's terms against the right passage, where another came first; else empty.</summary>
    public required ImmutableArray<ExplainedTerm> GoldTerms { get; init; }
}

/// <summary>A signal and what it adds to the log odds.</summary>
public readonly record struct ExplainedSignal(Signal Signal, double Value, double Weight)
{
    public double Contribution => Value * Weight;
}

/// <summary>A passage as it was ranked.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Name">Its record's id, or its document's.</param>
/// <param name="Title">Its document's.</param>
/// <param name="Start">Its first words.</param>
/// <param name="Score">Words and vectors together.</param>
/// <param name="LexicalScore">Of words, as a share of the question's best.</param>
/// <param name="VectorScore">Of vectors, as a share of the question's best.</param>
/// <param name="IsTranslated">Whether it was found by the question's translation.</param>
/// <param name="IsRight">Whether the set says that it is right; by its document where the set goes by documents.</param>
public sealed record ExplainedPassage(
    int Rank, string Name, string Title, string Start, double Score, double LexicalScore, double VectorScore, bool IsTranslated, bool IsRight);

/// <summary>A term of the question against one passage.</summary>
/// <param name="Text">As the question has it.</param>
/// <param name="Wording">What the passage has for it; null where it has nothing.</param>
/// <param name="Mass">What it counts in ranking.</param>
/// <param name="Weight">What it counts in the confidence.</param>
/// <param name="InSentence">How well the passage's best sentence writes it, 0 to 1.</param>
/// <param name="InPassage">How well any sentence writes it.</param>
/// <param name="InTitle">How well the title and headings write it.</param>
/// <param name="IsKnown">Whether any passage of the corpus has it.</param>
public sealed record ExplainedTerm(string Text, string? Wording, double Mass, double Weight, double InSentence, double InPassage, double InTitle, bool IsKnown);
