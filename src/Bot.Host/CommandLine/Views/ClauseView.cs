using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints a clause lookup for a person.</summary>
internal static class ClauseView
{
    public static void Write(IAnsiConsole console, ConsoleTexts texts, string reference, ClauseLookupResult result)
    {
        var found = ClauseFindings.Of(texts, reference, result);
        foreach (var sentence in found.Sentences)
        {
            Place.Paragraph(console, new Paragraph(SafeText.ForTerminal(sentence)));
        }
        foreach (var (name, match) in found.Places)
        {
            Place.Write(console, texts, name, match.ToCitation(), withQuote: true);
        }
    }
}
