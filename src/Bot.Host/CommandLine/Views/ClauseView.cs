using Bot.Host.Texts;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints a clause lookup for a person.</summary>
internal static class ClauseView
{
    public static void Write(IAnsiConsole console, ConsoleTexts texts, string reference, ClauseResult result)
    {
        var canonical = result.Canonical ?? reference;
        var heading = result.Outcome switch
        {
            ClauseOutcome.Found => texts.ClauseFound(canonical, result.Matches.Length),
            ClauseOutcome.Enclosing => texts.ClauseEnclosing(canonical),
            ClauseOutcome.Ambiguous => texts.ClauseAmbiguous(canonical),
            ClauseOutcome.NotFound => texts.ClauseNotFound(canonical),
            _ => texts.ClauseMalformed(reference),
        };
        Place.Paragraph(console, new Paragraph(SafeText.ForTerminal(heading)));
        foreach (var match in result.Matches)
        {
            Place.Write(console, texts, match.Clause.Canonical, match.Citation, withQuote: true);
        }
        if (!result.Nearest.IsEmpty)
        {
            Place.Paragraph(console, new Paragraph(texts.NearestClauses(string.Join(", ", result.Nearest.Select(clause => clause.Canonical)))));
        }
    }
}
