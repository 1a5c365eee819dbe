using System.CommandLine;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Host.Ingestion;
using Bot.Retrieval.Evaluation;

namespace Bot.Host.CommandLine;

/// <summary><c>eval</c> scores question sets with what people get.</summary>
internal sealed class EvalCommand(IEvaluator evaluator, SeedsLocation seeds, Surroundings surroundings, CommandOutput output, TimeProvider clock)
{
    public static Command Define(CommandRunner runner)
    {
        var sets = new Option<string>("--sets") { Description = "A list of question sets (sets.json).", HelpName = "FILE" };
        var only = new Option<string>("--only") { Description = "Score this set of the list alone.", HelpName = "NAME" };
        var questions = new Option<string>("--questions") { Description = "One set's questions, as JSON lines.", HelpName = "FILE" };
        var passages = new Option<string>("--passages") { Description = "Its corpus, as JSON lines; or give --documents.", HelpName = "FILE" };
        var command = new Command("eval", "Scores question sets.") { sets, only, questions, passages };
        command.Validators.Add(given =>
        {
            if (given.GetResult(sets) is null == given.GetResult(questions) is null)
            {
                given.AddError("eval takes either --sets FILE or --questions FILE.");
            }
            else if (given.GetResult(only) is not null && given.GetResult(sets) is null)
            {
                given.AddError("--only NAME chooses from --sets FILE.");
            }
            else if (given.GetResult(questions) is not null
                && given.GetResult(passages) is null == (given.GetResult(runner.Documents) is null or { Implicit: true }))
            {
                given.AddError("eval --questions FILE takes either --passages FILE or --documents DIR.");
            }
            else if (given.GetResult(sets) is not null && given.GetResult(passages) is not null)
            {
                given.AddError("--passages FILE belongs to --questions FILE; a list of sets names its own.");
            }
        });
        command.SetAction(runner.Action<EvalCommand>((eval, parsed, cancellationToken) => parsed.GetValue(sets) is { } list
            ? eval.ScoreListAsync(list, parsed.GetValue(only), cancellationToken)
            : eval.ScoreOneAsync(parsed.GetRequiredValue(questions), parsed.GetValue(passages), cancellationToken)));
        return command;
    }

    public async Task<ExitCode> ScoreListAsync(string list, string? only, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(list, surroundings.CurrentDirectory);
        if (!File.Exists(file))
        {
            return output.Fail(ExitCode.BadUsage, $"There is no file {file}.");
        }
        IReadOnlyList<QuestionSet> sets;
        try
        {
            sets = evaluator.ReadSets(file);
        }
        catch (InvalidDataException ex)
        {
            return output.Fail(ExitCode.BadUsage, ex.Message);
        }
        var chosen = sets.Where(set => only is null || set.Name == only).ToList();
        return chosen.Count == 0
            ? output.Fail(ExitCode.BadUsage, $"There is no set {only} in {file}; there are {string.Join(", ", sets.Select(set => set.Name))}.")
            : await ScoreAsync(chosen, cancellationToken);
    }

    public async Task<ExitCode> ScoreOneAsync(string questions, string? passages, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(questions, surroundings.CurrentDirectory);
        var source = passages is null ? seeds.Find() : Path.GetFullPath(passages, surroundings.CurrentDirectory);
        if (!File.Exists(file))
        {
            return output.Fail(ExitCode.BadUsage, $"There is no file {file}.");
        }
        if (source is null)
        {
            return output.Fail(ExitCode.BadUsage, seeds.WhereItWasLookedFor());
        }
        if (passages is not null && !File.Exists(source))
        {
            return output.Fail(ExitCode.BadUsage, $"There is no file {source}.");
        }
        var name = Path.GetFileName(Path.GetDirectoryName(file)) is { Length: > 0 } folder ? folder : Path.GetFileNameWithoutExtension(file);
        return await ScoreAsync([new QuestionSet(name, "custom", [source], file)], cancellationToken);
    }

    private async Task<ExitCode> ScoreAsync(List<QuestionSet> sets, CancellationToken cancellationToken)
    {
        var scores = new List<SetScore>();
        foreach (var set in sets)
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
