using System.CommandLine;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Host.Settings;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Evaluation.Answers;
using Microsoft.Extensions.Options;

namespace Bot.Host.CommandLine;

/// <summary><c>eval --answers</c> scores what the configured model makes of the passages, and says what that costs.</summary>
internal sealed class EvalAnswersCommand(
    IAnswerEvaluator evaluator, EvalSets choice, IOptions<AnswersSettings> settings, CommandOutput output, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(ParseResult parsed, EvalOptions options, CancellationToken cancellationToken)
    {
        var scores = new List<AnswerScoreJson>();
        foreach (var set in choice.Choose(parsed, options))
        {
            try
            {
                scores.Add(AnswerScoreJson.From(await ScoreAsync(set, parsed.GetValue(options.Limit), cancellationToken), settings.Value));
            }
            catch (InvalidDataException ex)
            {
                return output.Fail(ExitCode.Failed, $"{set.Name}: {ex.Message}");
            }
            if (output.Json)
            {
                output.Write(scores[^1], HostJson.Lines.AnswerScoreJson);
            }
        }
        if (!output.Json)
        {
            AnswerScoresView.Write(output.Console, scores);
        }
        return ExitCode.Done;
    }

    private async Task<AnswerScore> ScoreAsync(QuestionSet set, int limit, CancellationToken cancellationToken)
    {
        var progress = new LatestProgress<(int Done, int Total)>();
        // Off this thread, which moves the bar.
        var scoring = Task.Run(() => evaluator.ScoreAsync(set, limit, progress, cancellationToken), cancellationToken);
        await ProgressBar.ShowAsync(output, () => (set.Name, progress.Latest.Done, progress.Latest.Total), scoring, clock);
        return await scoring;
    }
}
