using System.CommandLine;
using Bot.Host.Ingestion;

namespace Bot.Host.CommandLine;

/// <summary><c>ask TEXT</c> answers one question; <c>ask -</c> a stream of them.</summary>
internal sealed class AskCommand(SeedsLoader seeds, Asker asker, CommandOutput output)
{
    public static Command Define(CommandRunner runner)
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = """The question; or - to read JSON lines {"id","question"} from standard input.""",
            Arity = ArgumentArity.OneOrMore,
        };
        var explain = new Option<bool>("--explain") { Description = "With a language model: show what became of each sentence that it wrote." };
        var command = new Command("ask", "Answers a question with quotes from the documents.") { text, explain };
        command.SetAction(runner.Action<AskCommand>((ask, parsed, cancellationToken) =>
            ask.RunAsync(string.Join(' ', parsed.GetRequiredValue(text)), parsed.GetValue(explain), cancellationToken)));
        return command;
    }

    public async Task<ExitCode> RunAsync(string text, bool explain, CancellationToken cancellationToken)
    {
        if (await seeds.LoadAsync(cancellationToken) is not ReloadOutcome.Reloaded and var failure)
        {
            return output.Fail(failure);
        }
        return text == InputLines.Marker
            ? await new InputLines(output, "question").AnswerAsync((line, token) => asker.AskAsync(line.Id, line.Text, explain, token), cancellationToken)
            : await asker.AskAsync(id: null, text, explain, cancellationToken);
    }
}
