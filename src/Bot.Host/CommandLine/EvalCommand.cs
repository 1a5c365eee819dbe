using System.CommandLine;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Retrieval.Evaluation;

namespace Bot.Host.CommandLine;

/// <summary><c>eval</c> scores question sets with what people get.</summary>
internal sealed class EvalCommand(IEvaluator evaluator, EvalSets sets, CommandOutput output, TimeProvider clock)
{
    public static Command Define(CommandRunner runner)
    {
        var options = new EvalOptions(runner);
        var command = new Command("eval", "Scores question sets, explains one question, or calibrates the confidence.");
        options.AddTo(command);
        var score = runner.Action<EvalCommand>((eval, parsed, cancellationToken) => eval.ScoreAsync(parsed, options, cancellationToken));
        var explain = runner.Action<ExplainCommand>((eval, parsed, cancellationToken) => eval.RunAsync(parsed, options, cancellationToken));
        var calibrate = runner.Action<CalibrateCommand>((eval, parsed, cancellationToken) => eval.RunAsync(parsed, options, cancellationToken));
        var answers = runner.Action<EvalAnswersCommand>((eval, parsed, cancellationToken) => eval.RunAsync(parsed, options, cancellationToken));
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(options.Answers) ? answers(parsed, cancellationToken)
            : parsed.GetValue(options.Explain) is not null ? explain(parsed, cancellationToken)
            : parsed.GetValue(options.Calibrate) is not null ? calibrate(parsed, cancellationToken)
            : score(parsed, cancellationToken));
        return command;
    }

    public async Task<ExitCode> ScoreAsync(ParseResult parsed, EvalOptions options, CancellationToken cancellationToken)
    {
        var scores = new List<SetScore>();
        foreach (var set in sets.Choose(parsed, options))
        {
            try
            {
                scores.Add(await ScoreAsync(set, cancellationToken));
            }
            catch (InvalidDataException ex)
            {
                return output.Fail(ExitCode.Failed, $"{set.Name}: {ex.Message}");
            }
            if (output.Json)
            {
                output.Write(ScoreJson.From(scores[^1]), HostJson.Lines.ScoreJson);
            }
        }
        if (!output.Json)
        {
            ScoresView.Write(output.Console, scores);
        }
        return ExitCode.Done;
    }

    private async Task<SetScore> ScoreAsync(QuestionSet set, CancellationToken cancellationToken)
    {
        var progress = new LatestProgress<(int Done, int Total)>();
        // Off this thread, which moves the bar.
        var scoring = Task.Run(() => evaluator.ScoreAsync(set, progress, cancellationToken), cancellationToken);
        await ProgressBar.ShowAsync(output, () => (set.Name, progress.Latest.Done, progress.Latest.Total), scoring, clock);
        return await scoring;
    }
}
