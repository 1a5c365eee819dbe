using System.CommandLine;
using Bot.Host.Ingestion;

namespace Bot.Host.CommandLine;

/// <summary><c>clause REF</c> shows a clause and what speaks of it; <c>clause -</c> a stream of them.</summary>
internal sealed class ClauseCommand(SeedsLoader seeds, ClauseLookup lookup, CommandOutput output)
{
    public static Command Define(CommandRunner runner)
    {
        var reference = new Argument<string[]>("REF")
        {
            Description = """The clause, written any way; or - to read JSON lines {"id","reference"} from standard input.""",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("clause", "Shows a clause's words, where they stand and what else cites it.") { reference };
        command.SetAction(runner.Action<ClauseCommand>((clause, parsed, cancellationToken) =>
            clause.RunAsync(string.Join(' ', parsed.GetRequiredValue(reference)), cancellationToken)));
        return command;
    }

    public async Task<ExitCode> RunAsync(string reference, CancellationToken cancellationToken)
    {
        if (await seeds.LoadAsync(cancellationToken) is not ReloadOutcome.Reloaded and var failure)
        {
            return output.Fail(failure);
        }
        return reference == InputLines.Marker
            ? await new InputLines(output, "reference").AnswerAsync((line, _) => Task.FromResult(lookup.LookUp(line.Id, line.Text)), cancellationToken)
            : lookup.LookUp(id: null, reference);
    }
}
