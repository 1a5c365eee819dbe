using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation;

namespace Bot.Host.CommandLine.Json;

/// <summary>How a question came to its answer, as <c>eval --explain ID --json</c> writes it.</summary>
internal sealed record ExplanationJson
{
    public required string Set { get; init; }

    public required string Id { get; init; }

    public required double Threshold { get; init; }

    public required bool AcrossLanguages { get; init; }

    /// <summary>As <c>ask --json</c> gives it; no time is measured.</summary>
    public required AnswerJson Answer { get; init; }

    /// <summary>Log odds; the signals' contributions are added to it.</summary>
    public required double Intercept { get; init; }

    public required IReadOnlyList<ExplainedSignalJson> Signals { get; init; }

    public required IReadOnlyList<ExplainedPassage> Passages { get; init; }

    public required IReadOnlyList<ExplainedTerm> Terms { get; init; }

    /// <summary>Null where the set names none, or none is among the first hundred.</summary>
    public required ExplainedPassage? Gold { get; init; }

    /// <summary>Empty where the right passage came first.</summary>
    public required IReadOnlyList<ExplainedTerm> GoldTerms { get; init; }

    public static ExplanationJson From(QuestionExplanation explanation) => new()
    {
        Set = explanation.Set.Name,
        Id = explanation.Question.Id,
        Threshold = explanation.Threshold,
        AcrossLanguages = explanation.AcrossLanguages,
        Answer = AnswerJson.From(null, explanation.Question.Question, explanation.Answer, TimeSpan.Zero, explain: true),
        Intercept = Math.Round(explanation.Intercept, 3),
        Signals = [.. explanation.Signals.Select(ExplainedSignalJson.From)],
        Passages = explanation.Passages,
        Terms = explanation.Terms,
        Gold = explanation.Gold,
        GoldTerms = explanation.GoldTerms,
    };
}

/// <summary>One signal.</summary>
internal sealed record ExplainedSignalJson(string Signal, double Value, double Weight, double Contribution)
{
    public static ExplainedSignalJson From(ExplainedSignal signal) => new(
        ConfidenceTableFile.NameOf(signal.Signal), Math.Round(signal.Value, 4), Math.Round(signal.Weight, 3), Math.Round(signal.Contribution, 3));
}
