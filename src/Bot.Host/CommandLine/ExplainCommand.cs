using System.CommandLine;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Retrieval.Evaluation;

namespace Bot.Host.CommandLine;

/// <summary><c>eval --explain ID</c> shows how one question of the sets is answered: in each set that has it.</summary>
internal sealed class ExplainCommand(IEvaluator evaluator, EvalSets choice, CommandOutput output)
{
    public async Task<ExitCode> RunAsync(ParseResult parsed, EvalOptions options, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(options.Explain);
        var sets = choice.Choose(parsed, options);
        var found = false;
        foreach (var set in sets)
        {
            QuestionExplanation? explanation;
            try
            {
                explanation = await evaluator.ExplainAsync(set, id, cancellationToken);
            }
            catch (InvalidDataException ex)
            {
                return output.Fail(ExitCode.Failed, $"{set.Name}: {ex.Message}");
            }
            if (explanation is null)
            {
                continue;
            }
            found = true;
            if (output.Json)
            {
                output.Write(ExplanationJson.From(explanation), HostJson.Lines.ExplanationJson);
            }
            else
            {
                ExplanationView.Write(output.Console, explanation);
            }
        }
        return found ? ExitCode.Done : output.Fail(ExitCode.NothingFound, $"There is no question {id} in {string.Join(", ", sets.Select(set => set.Name))}.");
    }
}
