using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Lines of a document, each with the heading that it is a part of.</summary>
internal static class DocumentLines
{
    public static IEnumerable<(TextSpan Line, Heading? Heading)> In(Document document, TextSpan whole)
    {
        var next = 0;
        foreach (var line in TextLines.In(document.Text, whole))
        {
            while (next < document.Headings.Length && document.Headings[next].Span.End <= line.Start)
            {
                next++;
            }
            yield return (line, next < document.Headings.Length && document.Headings[next].Span.Overlaps(line) ? document.Headings[next] : null);
        }
    }
}
