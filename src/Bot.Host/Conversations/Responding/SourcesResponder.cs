using System.Globalization;
using Bot.Host.CommandLine;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;

namespace Bot.Host.Conversations.Responding;

/// <summary>Lists the documents and what was left out.</summary>
internal sealed class SourcesResponder(LiveIndex index)
{
    public Reply Respond(TextLanguage language)
    {
        var texts = ConsoleTexts.Of(language);
        var snapshot = index.Current;
        var lines = snapshot.Documents.IsEmpty ? [texts.NoDocuments] : Sources.Of(snapshot).Select(source => Line(texts.Sources, source));
        var left = ReportLines.LeftOut(texts, snapshot.Quarantined).ToList();
        return Reply.Plain(language, string.Join('\n', left.Count == 0 ? lines : [.. lines, texts.Sources.Quarantined, .. left]));
    }

    private static string Line(SourcesTexts words, SourceSummary source)
    {
        var document = source.Document;
        var date = document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string?[] parts =
        [
            document.Title,
            document.Id.Value == document.Title ? null : document.Id.Value,
            date,
            $"{words.Passages} {source.Passages}",
            source.Clauses == 0 ? null : $"{words.Clauses} {source.Clauses}",
            document.Link?.AbsoluteUri,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
