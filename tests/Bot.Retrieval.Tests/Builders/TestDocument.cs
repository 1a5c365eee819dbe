using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>Documents and passages for tests of what comes after reading and splitting.</summary>
internal static class TestDocument
{
    /// <summary>A document cut into one passage for each block between blank lines, headings (<c># …</c>) apart.</summary>
    public static ImmutableArray<Passage> Passages(string title, string text, string? id = null)
    {
        var headings = Headings(text);
        var document = Document(title, text, id) with { Headings = headings };
        var passages = ImmutableArray.CreateBuilder<Passage>();
        foreach (var block in Blocks(text))
        {
            if (!headings.Any(heading => heading.Span.Overlaps(block)))
            {
                passages.Add(PassageOf(document, block));
            }
        }
        return passages.ToImmutable();
    }

    /// <summary>A line of a <c>.jsonl</c> file: one passage.</summary>
    public static Passage Record(string id, string title, string text)
    {
        var document = Document(title, text, $"set.jsonl#{id}") with { RecordId = id };
        return PassageOf(document, new(0, text.Length));
    }

    private static Document Document(string title, string text, string? id) => new()
    {
        Id = new(id ?? title),
        Title = title,
        Text = text,
        Source = new([0], [0], [0]),
        Revision = "1",
    };

    private static Passage PassageOf(Document document, TextSpan span)
    {
        var text = document.Text.Substring(span.Start, span.Length);
        return new()
        {
            Id = new($"{document.Id}@{span.Start}"),
            Document = document,
            Span = span,
            Sentences = [.. Sentences(document.Text, span)],
            ClauseMentions = [.. ClauseParser.FindAll(text).Select(mention => mention with { Span = new(mention.Span.Start + span.Start, mention.Span.Length) })],
        };
    }

    private static IEnumerable<TextSpan> Blocks(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (text[start..end].Trim().Length > 0)
            {
                yield return TextSpan.FromBounds(start, end);
            }
            start = end + 2;
        }
    }

    private static IEnumerable<TextSpan> Sentences(string text, TextSpan span)
    {
        var start = span.Start;
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] is '。' or '？' or '！' or '\n' || (text[i] == '.' && i + 1 < span.End && text[i + 1] is ' ' && i - start > 8))
            {
                yield return TextSpan.FromBounds(start, i + 1);
                start = i + 1;
            }
        }
        if (start < span.End)
        {
            yield return TextSpan.FromBounds(start, span.End);
        }
    }

    private static ImmutableArray<Heading> Headings(string text)
    {
        var headings = ImmutableArray.CreateBuilder<Heading>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var level = line.TakeWhile(character => character == '#').Count();
            if (level > 0)
            {
                headings.Add(new(new(start, line.Length), level, line[level..].Trim()));
            }
            start += line.Length + 1;
        }
        return headings.ToImmutable();
    }
}
