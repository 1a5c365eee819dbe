using Bot.Host.Texts;
using Bot.Retrieval.Answering;

namespace Bot.Host.Conversations;

/// <summary>One place that a reply leans on.</summary>
/// <param name="Label">Its number, or what else it goes by: a clause's name; empty for a place that is only near.</param>
/// <param name="Number">As it stands in the text, for the button that shows the passage; null where there is none.</param>
/// <param name="Title">The document's.</param>
/// <param name="Place">File and lines.</param>
/// <param name="Quote">The document's words, letter for letter.</param>
/// <param name="Link">Where the document can be read.</param>
internal sealed record ReplyCitation(string Label, int? Number, string Title, string Place, string Quote, Uri? Link)
{
    public static ReplyCitation Numbered(Citation citation, ConsoleTexts texts) => From(citation, $"[{citation.Number}]", citation.Number, texts);

    public static ReplyCitation Named(Citation citation, string label, ConsoleTexts texts) => From(citation, label, number: null, texts);

    private static ReplyCitation From(Citation citation, string label, int? number, ConsoleTexts texts) => new(
        label, number, citation.Title, $"{citation.DocumentName} · {texts.Lines(citation.StartLine, citation.EndLine)}", citation.Quote.Trim(), citation.Link);
}
