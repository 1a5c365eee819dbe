using System.CommandLine;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Host.Ingestion;
using Bot.Host.Texts;

namespace Bot.Host.CommandLine;

/// <summary><c>check</c> reads the documents and reports, without serving.</summary>
internal sealed class CheckCommand(SeedsLoader seeds, CommandOutput output)
{
    public static Command Define(CommandRunner runner)
    {
        var command = new Command("check", "Reads the documents and reports what came of it, without serving.");
        command.SetAction(runner.Action<CheckCommand>((check, _, cancellationToken) => check.RunAsync(cancellationToken)));
        return command;
    }

    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        var outcome = await seeds.LoadAsync(cancellationToken);
        if (outcome is not ReloadOutcome.Reloaded(var report))
        {
            return output.Fail(outcome);
        }
        if (output.Json)
        {
            output.Write(ReportJson.From(report), HostJson.Lines.ReportJson);
        }
        else
        {
            ReportView.Write(output.Console, ConsoleTexts.ForSystem(), report);
        }
        return report.Documents > 0 ? ExitCode.Done : ExitCode.NothingFound;
    }
}
