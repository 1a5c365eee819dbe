using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints where a quote stands, and the quote.</summary>
internal static class Place
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Label = new(Color.Aqua);

    /// <summary>A label and title; below it the place, the words that met across languages, and the quote where it hasn't been shown yet.</summary>
    public static void Write(IAnsiConsole console, ConsoleTexts texts, string label, Citation citation, bool withQuote)
    {
        Paragraph(console, new Paragraph(label, Label).Append(" ").Append(SafeText.OneLine(citation.Title), Strong));
        var link = citation.Link is { } uri ? $" · {uri.AbsoluteUri}" : "";
        var place = $"{citation.DocumentName} · {texts.Lines(citation.StartLine, citation.EndLine)}{link}";
        Indented(console, new Paragraph(SafeText.OneLine(place), Quiet));
        if (!citation.Matched.IsEmpty)
        {
            Indented(console, new Paragraph(SafeText.OneLine(string.Join(" · ", citation.Matched.Select(match => $"{match.Asked} → {match.Found}"))), Quiet));
        }
        if (withQuote)
        {
            Indented(console, new Paragraph(SafeText.ForTerminal(citation.Quote.Trim())));
        }
    }

    public static void Paragraph(IAnsiConsole console, Paragraph paragraph)
    {
        console.Write(paragraph);
        console.WriteLine();
    }

    private static void Indented(IAnsiConsole console, Paragraph paragraph) =>
        console.Write(new Padder(paragraph, new Padding(left: 4, top: 0, right: 0, bottom: 0)));
}
