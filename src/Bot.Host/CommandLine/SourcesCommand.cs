using System.CommandLine;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Host.Ingestion;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary><c>sources</c> lists the documents and what was left out.</summary>
internal sealed class SourcesCommand(SeedsLoader seeds, LiveIndex index, CommandOutput output)
{
    public static Command Define(CommandRunner runner)
    {
        var command = new Command("sources", "Lists the documents, and what was left out and why.");
        command.SetAction(runner.Action<SourcesCommand>((sources, _, cancellationToken) => sources.RunAsync(cancellationToken)));
        return command;
    }

    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        if (await seeds.LoadAsync(cancellationToken) is not ReloadOutcome.Reloaded and var failure)
        {
            return output.Fail(failure);
        }
        var snapshot = index.Current;
        if (output.Json)
        {
            WriteJson(snapshot);
        }
        else
        {
            SourcesView.Write(output.Console, ConsoleTexts.ForSystem(), snapshot);
        }
        return snapshot.Documents.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
    }

    private void WriteJson(IndexSnapshot snapshot)
    {
        foreach (var (document, passages, clauses) in Sources.Of(snapshot))
        {
            output.Write(
                new SourceJson(document.Id.Value, document.Title, document.Date, document.Author, document.Link, passages, clauses),
                HostJson.Lines.SourceJson);
        }
        foreach (var left in snapshot.Quarantined)
        {
            output.Write(QuarantinedJson.From(left), HostJson.Lines.QuarantinedJson);
        }
    }
}
