using System.Text.Json;
using Bot.Retrieval.Answering.Generated;

namespace Bot.Host.CommandLine.Json;

/// <summary>How a language model took part in an answer, as <c>ask --explain --json</c> writes it.</summary>
/// <param name="Model">As the client names it.</param>
/// <param name="Prompt">Name and version.</param>
/// <param name="Failure">Why the answer isn't the model's; null where it is.</param>
/// <param name="InputTokens">Read by the model.</param>
/// <param name="OutputTokens">Written by the model.</param>
/// <param name="Sentences">Each that it wrote.</param>
internal sealed record GenerationJson(
    string? Model, string Prompt, string? Failure, long InputTokens, long OutputTokens, IReadOnlyList<VerdictJson> Sentences)
{
    public static GenerationJson From(GenerationReport report) => new(
        report.Model,
        report.Prompt,
        report.Failure is { } failure ? JsonNamingPolicy.CamelCase.ConvertName(failure.ToString()) : null,
        report.InputTokens,
        report.OutputTokens,
        [.. report.Verdicts.Select(VerdictJson.From)]);
}

/// <summary>What became of one sentence of a model.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Verdict"><c>shown</c>, or why it wasn't.</param>
/// <param name="Detail">What is missing.</param>
/// <param name="Repair">Whether it was written to mend another.</param>
internal sealed record VerdictJson(string Text, string Verdict, string Detail, bool Repair)
{
    public static VerdictJson From(SentenceVerdict verdict) => new(
        verdict.Sentence, verdict.IsKept ? "shown" : JsonNamingPolicy.CamelCase.ConvertName(verdict.Fault.ToString()), verdict.Detail, verdict.IsRepair);
}
