using System.Globalization;
using Bot.Host.CommandLine.Json;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints the scores of answers: one column a set, for a person.</summary>
internal static class AnswerScoresView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<AnswerScoreJson> scores)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn(new Text("")).NoWrap());
        foreach (var score in scores)
        {
            table.AddColumn(new TableColumn(new Text(SafeText.OneLine(score.Set))).RightAligned().NoWrap());
        }
        Row("questions", score => score.Questions, "0");
        Row("answered", score => score.Answered, "0.000");
        Row("unanswerable refused", score => score.RefusedUnanswerable, "0.000");
        Row("fell back to quotes", score => score.FellBack, "0.000");
        Row("sentences", score => score.Sentences, "0");
        Row("sentences dropped", score => score.Dropped, "0");
        Row("citation precision", score => score.CitationPrecision, "0.000");
        Row("citation recall", score => score.CitationRecall, "0.000");
        Row("quotes valid", score => score.QuoteValidity, "0.000");
        Row("answer in answer", score => score.AnswerInAnswer, "0.000");
        Row("tokens read a question", score => score.InputTokens, "0");
        Row("tokens written a question", score => score.OutputTokens, "0");
        Row("cost a question", score => score.Cost, "0.000000");
        Row("ms a question", score => score.AnswerMsMean, "0.0");
        Row("ms p95", score => score.AnswerMsP95, "0.0");
        console.Write(table);

        void Row(string name, Func<AnswerScoreJson, double?> value, string format) => table.AddRow(
            [new Text(name), .. scores.Select(score => new Text(value(score)?.ToString(format, CultureInfo.InvariantCulture) ?? "–"))]);
    }
}
