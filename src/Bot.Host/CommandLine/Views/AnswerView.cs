using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints an answer for a person.</summary>
internal static class AnswerView
{
    public static void Write(IAnsiConsole console, ConsoleTexts texts, Answer answer)
    {
        Place.Paragraph(console, new Paragraph(SafeText.ForTerminal(answer.Text)));
        switch (answer)
        {
            case Answer.Grounded(var citations):
                console.WriteLine();
                foreach (var citation in citations)
                {
                    Place.Write(console, texts, $"[{citation.Number}]", citation, withQuote: !answer.Text.Contains(citation.Quote, StringComparison.Ordinal));
                }
                break;
            case Answer.NotFound { Nearest: var nearest }:
                // The text has announced them.
                foreach (var citation in nearest)
                {
                    Place.Write(console, texts, "·", citation, withQuote: true);
                }
                break;
        }
        if (answer.Note is { } note)
        {
            console.WriteLine();
            Place.Paragraph(console, new Paragraph(SafeText.ForTerminal(note)));
        }
    }
}
