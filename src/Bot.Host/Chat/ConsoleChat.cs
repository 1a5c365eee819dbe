using Bot.Host.CommandLine;
using Bot.Host.CommandLine.Views;
using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Bot.Host.Chat;

/// <summary>A conversation at the console; with piped input, each line is answered and that is it.</summary>
internal sealed class ConsoleChat(
    ChatCommands commands, SeedsLoader seeds, LiveIndex index, CommandOutput output, BotHome home, IOptions<IndexSettings> settings)
{
    private readonly bool _interactive = output.Streams is { InputIsTerminal: true, OutputIsTerminal: true } && !output.Json;

    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await seeds.LoadAsync(cancellationToken) is not ReloadOutcome.Reloaded and var failure)
            {
                return output.Fail(failure);
            }
            Say(texts => texts.Welcome(index.Current.Documents.Length, index.Current.Passages.Length));
            var lines = OpenLines();
            while (await lines.ReadAsync(cancellationToken) is { } line && await HandleAsync(line, cancellationToken))
            {
                await output.Streams.Output.FlushAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is a way to end, not a failure.
        }
        Say(texts => texts.Goodbye);
        return ExitCode.Done;
    }

    private async Task<bool> HandleAsync(string line, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return true;
        }
        var goesOn = await commands.HandleAsync(line, cancellationToken);
        if (goesOn && !output.Json)
        {
            output.Console.WriteLine();
        }
        return goesOn;
    }

    private ILineSource OpenLines() => _interactive && TerminalLines.AreSupported
        ? new TerminalLines(output.Streams.Output, new ConsoleKeyboard(), new HistoryFile(home.Resolve(settings.Value.DataDirectory)))
        : new PlainLines(output.Streams.Input);

    private void Say(Func<ConsoleTexts, string> text)
    {
        if (_interactive)
        {
            Place.Paragraph(output.Console, new Paragraph(text(ConsoleTexts.ForSystem())));
            output.Streams.Output.Flush();
        }
    }
}
