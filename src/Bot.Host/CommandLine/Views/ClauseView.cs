using System.Collections.Immutable;
using Bot.Host.Texts;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints a clause lookup for a person.</summary>
internal static class ClauseView
{
    public static void Write(IAnsiConsole console, ConsoleTexts texts, string reference, ClauseLookupResult result)
    {
        var asked = string.Join(", ", ClauseNames.Of([.. result.References.Distinct()]));
        switch (result)
        {
            case ClauseLookupResult.Found(var matches):
                Say(console, texts.ClauseFound(asked, matches.Length));
                WriteMatches(console, texts, matches);
                break;
            case ClauseLookupResult.Enclosing enclosing:
                Say(console, enclosing.AreParts ? texts.ClauseParts(asked) : texts.ClauseEnclosing(asked));
                WriteMatches(console, texts, enclosing.Matches);
                break;
            case ClauseLookupResult.Ambiguous(var choices):
                Say(console, texts.ClauseAmbiguous(asked));
                Say(console, List(choices));
                break;
            case ClauseLookupResult.NotFound(var nearest):
                Say(console, texts.ClauseNotFound(asked));
                WriteNearest(console, texts, nearest);
                break;
            case ClauseLookupResult.Malformed(var example):
                Say(console, texts.ClauseMalformed(reference, example));
                break;
        }
    }

    public static void WriteNearest(IAnsiConsole console, ConsoleTexts texts, ImmutableArray<ClauseReference> nearest)
    {
        if (!nearest.IsEmpty)
        {
            Say(console, texts.NearestClauses(List(nearest)));
        }
    }

    private static void WriteMatches(IAnsiConsole console, ConsoleTexts texts, ImmutableArray<ClauseMatch> matches)
    {
        var names = ClauseNames.Of([.. matches.Select(match => match.Reference)]);
        foreach (var (match, name) in matches.Zip(names))
        {
            Place.Write(console, texts, name, match.ToCitation(), withQuote: true);
        }
    }

    private static string List(ImmutableArray<ClauseReference> clauses) => string.Join(", ", ClauseNames.Of(clauses));

    private static void Say(IAnsiConsole console, string text) => Place.Paragraph(console, new Paragraph(SafeText.ForTerminal(text)));
}
