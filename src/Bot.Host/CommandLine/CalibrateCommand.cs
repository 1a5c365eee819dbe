using System.CommandLine;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation;

namespace Bot.Host.CommandLine;

/// <summary><c>eval --calibrate FILE</c> fits the confidence to question sets and writes its table.</summary>
internal sealed class CalibrateCommand(IEvaluator evaluator, EvalSets choice, Surroundings surroundings, CommandOutput output, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(ParseResult parsed, EvalOptions options, CancellationToken cancellationToken)
    {
        var sets = choice.Choose(parsed, options);
        var file = Path.GetFullPath(parsed.GetRequiredValue(options.Calibrate), surroundings.CurrentDirectory);
        var progress = new LatestProgress<(int Done, int Total)>();
        try
        {
            // Off this thread, which moves the bar.
            var calibrating = Task.Run(() => evaluator.CalibrateAsync(sets, progress, cancellationToken), cancellationToken);
            await ProgressBar.ShowAsync(output, () => ("calibrate", progress.Latest.Done, progress.Latest.Total), calibrating, clock);
            var report = await calibrating;
            await File.WriteAllTextAsync(file, ConfidenceTableFile.Write(report.Table, Comments(sets)), cancellationToken);
            if (output.Json)
            {
                output.Write(CalibrationJson.From(report), HostJson.Lines.CalibrationJson);
            }
            else
            {
                CalibrationView.Write(output.Console, report, file);
            }
            return ExitCode.Done;
        }
        catch (Exception ex) when (ex is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return output.Fail(ExitCode.Failed, $"The confidence can't be calibrated: {ex.Message}");
        }
    }

    private static string[] Comments(IEnumerable<QuestionSet> sets) =>
    [
        "Weights of the confidence (docs/retrieval.md), fitted by",
        "  eval --sets FILE --calibrate FILE",
        $"to {string.Join(", ", sets.Select(set => set.Name))}. Not to be edited by hand.",
    ];
}
