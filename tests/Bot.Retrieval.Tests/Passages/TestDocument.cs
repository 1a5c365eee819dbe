using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Passages;

/// <summary>Documents as a reader would make them; lines that begin with <c>#</c> are their headings.</summary>
internal static class TestDocument
{
    public static Document Of(string text, string id = "law.md", string title = "Title", string? recordId = null) => new()
    {
        Id = new(id),
        Title = title,
        Text = text,
        Source = new([0], [0], [0]),
        Revision = "1",
        Headings = recordId is null ? Headings(text) : [],
        RecordId = recordId,
    };

    private static ImmutableArray<Heading> Headings(string text)
    {
        var headings = ImmutableArray.CreateBuilder<Heading>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var level = line.Length - line.TrimStart('#').Length;
            if (level is > 0 and <= 6)
            {
                headings.Add(new(new TextSpan(start, line.Length), level, line.Trim('#', ' ')));
            }
            start += line.Length + 1;
        }
        return headings.ToImmutable();
    }
}
