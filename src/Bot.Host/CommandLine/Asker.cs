using System.Text.Json.Nodes;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Searching;

namespace Bot.Host.CommandLine;

/// <summary>Answers a question on the output.</summary>
internal sealed class Asker(IAnswerer answerer, CommandOutput output, TimeProvider clock)
{
    public async Task<ExitCode> AskAsync(JsonNode? id, string text, bool explain, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var answer = await answerer.AnswerAsync(new Question(text), cancellationToken);
        var elapsed = clock.GetElapsedTime(started);
        if (output.Json)
        {
            output.Write(AnswerJson.From(id, text, answer, elapsed, explain), HostJson.Lines.AnswerJson);
        }
        else
        {
            AnswerView.Write(output.Console, ConsoleTexts.For(text), answer);
            if (explain && answer.Generation is { } generation)
            {
                GenerationView.Write(output.Console, generation);
            }
        }
        return answer is Answer.Grounded ? ExitCode.Done : ExitCode.NothingFound;
    }
}
