using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Reads YAML between two <c>---</c> lines at the start of a text. What is wrong in it is reported and costs the
/// document that value only: the text below is what people ask about.
/// </summary>
internal static class FrontMatterParser
{
    // In characters; a longer block is text between two thematic breaks.
    private const int LongestBlock = 64 * 1024;

    private const int LongestKey = 40;

    public static FrontMatter Parse(string raw)
    {
        var start = raw.StartsWith('\uFEFF') ? 1 : 0;
        var firstLine = ReadLine(raw, start);
        if (!IsFence(raw.AsSpan(start, firstLine.Length)))
        {
            return FrontMatter.Absent;
        }
        for (var position = firstLine.Next; position < raw.Length && position - start <= LongestBlock;)
        {
            var line = ReadLine(raw, position);
            if (IsFence(raw.AsSpan(position, line.Length)) || raw.AsSpan(position, line.Length).TrimEnd() is "...")
            {
                return ParseBlock(raw[firstLine.Next..position], line.Next);
            }
            position = line.Next;
        }
        return SplitEntry(raw.AsSpan(firstLine.Next, ReadLine(raw, firstLine.Next).Length)) is not null
            ? FrontMatter.Absent with
            {
                Problems = [new(1, "The front matter that starts here has no closing line “---”, so it was read as text: add that line behind it.")],
            }
            : FrontMatter.Absent;
    }

    private static FrontMatter ParseBlock(string yaml, int bodyStart)
    {
        if (string.IsNullOrWhiteSpace(yaml))
        {
            return FrontMatter.Absent with { BodyStart = bodyStart };
        }
        if (SimpleEntries(yaml) is { } simple)
        {
            return Interpret(simple, bodyStart, []);
        }
        var entries = ReadEntries(yaml, out var invalidLine);
        if (invalidLine is null)
        {
            return entries is null ? FrontMatter.Absent : Interpret(entries, bodyStart, []);
        }
        if (SplitEntry(yaml.AsSpan(0, ReadLine(yaml, 0).Length)) is null)
        {
            return FrontMatter.Absent;
        }
        var problem = new FrontMatterProblem(
            invalidLine.Value,
            "The front matter is not valid YAML here, so only its plain “key: value” lines were used: put values with special characters between quotes.");
        return Interpret(PlainEntries(yaml, out _), bodyStart, [problem]);
    }

    // By parser events: a document tree would be built recursively, and nesting is up to the file. Null where the block
    // is YAML but no mapping.
    private static List<Entry>? ReadEntries(string yaml, out int? invalidLine)
    {
        invalidLine = null;
        var parser = new Parser(new StringReader(yaml));
        var entries = new List<Entry>();
        try
        {
            return TryReadEntries(parser, entries) ? entries : null;
        }
        catch (YamlException ex)
        {
            invalidLine = RawLine(ex.Start);
        }
        catch (Exception ex) when (ex is InvalidOperationException or ArgumentException or FormatException)
        {
            // The scanner gives up like this on some unclosed brackets.
            invalidLine = RawLine(parser.Current?.End ?? default);
        }
        return null;
    }

    private static bool TryReadEntries(Parser parser, List<Entry> entries)
    {
        var depth = 0;
        var inList = false;
        Scalar? key = null;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar or SequenceStart when depth == 0:
                    return false;
                case MappingStart or SequenceStart:
                    depth++;
                    inList = depth == 2 && parser.Current is SequenceStart;
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    inList = false;
                    key = depth == 1 ? null : key;
                    break;
                case Scalar scalar when depth == 1 && key is null:
                    key = scalar;
                    break;
                case Scalar scalar when key is not null && (depth == 1 || inList):
                    entries.Add(new(key.Value, scalar.Value, RawLine(key.Start)));
                    key = depth == 1 ? null : key;
                    break;
                case AnchorAlias when depth == 1:
                    key = null;
                    break;
                default:
                    break;
            }
        }
        return true;
    }

    // The opening fence is line 1 of the file, the block's first line is 2.
    private static int RawLine(Mark mark) => (int)Math.Max(mark.Line, 1) + 1;

    // Entries that mean the same whether read as YAML or as they look; null where one doesn't. Most front matter is like
    // that, and starting the YAML parser takes longer than reading the rest of a document.
    private static List<Entry>? SimpleEntries(string yaml)
    {
        var entries = PlainEntries(yaml, out var others);
        return others == 0 && entries.TrueForAll(entry => entry.IsSimple) ? entries : null;
    }

    private static List<Entry> PlainEntries(string yaml, out int others)
    {
        var entries = new List<Entry>();
        others = 0;
        var number = 2;
        for (var position = 0; position < yaml.Length; number++)
        {
            var line = ReadLine(yaml, position);
            var content = yaml.AsSpan(position, line.Length);
            if (SplitEntry(content) is var (key, value))
            {
                var isSimple = !char.IsWhiteSpace(content[0]) && !content.Contains('\t') && IsSimpleValue(value);
                entries.Add(new(key, Unquote(value), number, isSimple));
            }
            else
            {
                others += content.IsWhiteSpace() ? 0 : 1;
            }
            position = line.Next;
        }
        return entries;
    }

    private static string Unquote(string value) => value switch
    {
        ['\'', .. var quoted, '\''] => quoted,
        ['"', .. var quoted, '"'] => quoted,
        _ => value.TrimStart(['"', '\'']),
    };

    private static bool IsSimpleValue(string value) => value switch
    {
        ['\'', .. var quoted, '\''] => !quoted.Contains('\''),
        ['"', .. var quoted, '"'] => quoted.AsSpan().IndexOfAny('"', '\\') < 0,
        [var first, ..] => (char.IsLetterOrDigit(first) || first is '《' or '“' or '「')
            && !value.EndsWith(':')
            && !value.Contains(": ", StringComparison.Ordinal)
            && !value.Contains(" #", StringComparison.Ordinal)
            && !value.AsSpan().ContainsAnyInRange('\0', '\u001F'),
        _ => false,
    };

    /// <summary>A line of the form <c>key: value</c>.</summary>
    private static (string Key, string Value)? SplitEntry(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t')))
        {
            return null;
        }
        var key = line[..colon].Trim();
        if (key.IsEmpty || key.Length > LongestKey || !(char.IsLetter(key[0]) || key[0] == '_'))
        {
            return null;
        }
        foreach (var character in key)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return null;
            }
        }
        return (key.ToString(), line[(colon + 1)..].Trim().ToString());
    }

    private static FrontMatter Interpret(List<Entry> entries, int bodyStart, ImmutableArray<FrontMatterProblem> problems)
    {
        var metadata = DocumentMetadata.None;
        var authors = new List<string>();
        foreach (var (key, value, line, _) in entries)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }
            switch (key.Trim().ToLowerInvariant())
            {
                case "title" or "标题" or "標題":
                    metadata = metadata with { Title = metadata.Title ?? MetadataValues.Text(value) };
                    break;
                case "author" or "authors" or "作者" when MetadataValues.Text(value) is { } author:
                    authors.Add(author);
                    break;
                case "date" or "published" or "日期" or "发布日期" or "發布日期" or "时间" or "時間":
                    var date = MetadataValues.Date(value);
                    metadata = metadata with { Date = metadata.Date ?? date };
                    problems = date is null ? problems.Add(new(line, $"“{Shorten(value)}” is not a date: write it as 2024-06-18.")) : problems;
                    break;
                case "link" or "url" or "source" or "canonical" or "canonical_url" or "链接" or "連結" or "来源" or "來源":
                    var link = MetadataValues.Link(value) ?? SourceLine.FindLink("Source: " + value);
                    metadata = metadata with { Link = metadata.Link ?? link };
                    // A source may be named without an address; a link can't.
                    problems = link is null && key.ToLowerInvariant() is "link" or "url" or "canonical" or "canonical_url"
                        ? problems.Add(new(line, $"“{Shorten(value)}” is not a link: write an address that starts with https://."))
                        : problems;
                    break;
                default:
                    break;
            }
        }
        return new(bodyStart, metadata with { Author = authors.Count > 0 ? string.Join(", ", authors) : null }, problems);
    }

    private static string Shorten(string value) =>
        TextCleaner.CleanLine(value) is { Length: > 40 } text ? text[..40] + "…" : TextCleaner.CleanLine(value);

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static (int Length, int Next) ReadLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        if (length < 0)
        {
            return (text.Length - start, text.Length);
        }
        var end = start + length;
        return (length, end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1));
    }

    private readonly record struct Entry(string Key, string Value, int Line, bool IsSimple = false);
}
