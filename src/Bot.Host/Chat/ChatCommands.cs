using Bot.Host.CommandLine;
using Bot.Host.CommandLine.Views;
using Bot.Host.Ingestion;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Spectre.Console;

namespace Bot.Host.Chat;

/// <summary>Does what one line asks for.</summary>
internal sealed class ChatCommands(Asker asker, ClauseLookup clauses, SeedsLoader seeds, LiveIndex index, CommandOutput output)
{
    /// <returns>Whether the conversation goes on.</returns>
    public async Task<bool> HandleAsync(string line, CancellationToken cancellationToken)
    {
        line = line.Trim();
        var (name, argument) = Split(line);
        switch (name)
        {
            case "/quit" or "/exit":
                return false;
            case "/help":
                Say(ConsoleTexts.ForSystem().Help);
                break;
            case "/sources":
                SourcesView.Write(output.Console, ConsoleTexts.ForSystem(), index.Current);
                break;
            case "/reload":
                await ReloadAsync(cancellationToken);
                break;
            case "/clause":
                clauses.LookUp(id: null, argument);
                break;
            case "/ask":
                await asker.AskAsync(id: null, argument, explain: false, cancellationToken);
                break;
            case ['/', _, ..]:
                Say(ConsoleTexts.ForSystem().UnknownCommand(name));
                break;
            default:
                await asker.AskAsync(id: null, line, explain: false, cancellationToken);
                break;
        }
        return true;
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        var texts = ConsoleTexts.ForSystem();
        switch (await seeds.LoadAsync(cancellationToken))
        {
            case ReloadOutcome.Reloaded(var report):
                ReportView.Write(output.Console, texts, report);
                break;
            case ReloadOutcome.NoSeeds(var reason):
                Say(reason);
                break;
            case ReloadOutcome.Failed(var reason):
                Say(reason);
                break;
            default:
                Say(texts.ReloadCancelled);
                break;
        }
    }

    private void Say(string text) => Place.Paragraph(output.Console, new Paragraph(SafeText.ForTerminal(text)));

    private static (string Name, string Argument) Split(string line)
    {
        var end = line.AsSpan().IndexOfAny(' ', '\u3000');
        return end < 0 ? (line, "") : (line[..end], line[end..].Trim());
    }
}
