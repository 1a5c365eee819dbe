using Bot.Retrieval.Answering.Generated;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints how a language model took part in an answer, for the operator.</summary>
internal static class GenerationView
{
    public static void Write(IAnsiConsole console, GenerationReport report)
    {
        console.WriteLine();
        var outcome = report.Failure is { } failure ? $"not used: {failure}" : "used";
        Line(console, $"{report.Model ?? "model"}, prompt {report.Prompt}, {outcome}; {report.InputTokens} tokens in, {report.OutputTokens} out");
        foreach (var verdict in report.Verdicts)
        {
            Line(console, $"{(verdict.IsKept ? '✓' : '✗')} {verdict.Sentence}{(verdict.IsRepair ? " (mended)" : "")}");
            if (!verdict.IsKept)
            {
                Line(console, $"    {verdict.Fault}{(verdict.Detail.Length > 0 ? $": {verdict.Detail}" : "")}");
            }
        }
    }

    private static void Line(IAnsiConsole console, string text) => Place.Paragraph(console, new Paragraph(SafeText.OneLine(text)));
}
