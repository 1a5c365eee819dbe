using System.Text;
using System.Text.Json;

namespace Bot.Retrieval.Documents;

/// <summary>What came of reading one line of a <c>.jsonl</c> file.</summary>
internal abstract record JsonLine
{
    private const string Shape = "write it as {\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}.";

    private JsonLine() { }

    internal sealed record Used(Document Document) : JsonLine;

    /// <param name="Reason">One sentence for the admin: what is wrong and what to do.</param>
    internal sealed record Unusable(string Reason) : JsonLine;

    /// <param name="file">The file's id.</param>
    /// <param name="line">The line as UTF-8, without its line feed.</param>
    /// <param name="number">Its number, counted from 1.</param>
    public static JsonLine Read(DocumentId file, ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(file, json.RootElement, line.Span, number)
                : new Unusable("The line is no JSON object: " + Shape);
        }
        catch (JsonException)
        {
            return new Unusable("The line is not valid JSON: " + Shape);
        }
        catch (InvalidOperationException)
        {
            return new Unusable("The line is not valid UTF-8 text: save the file as UTF-8.");
        }
    }

    private static JsonLine Read(DocumentId file, JsonElement json, ReadOnlySpan<byte> line, int number)
    {
        if (Text(json, "id") is not { } id || string.IsNullOrWhiteSpace(id))
        {
            return new Unusable("The line has no “id”: " + Shape);
        }
        if (Text(json, "text") is not { } raw)
        {
            return new Unusable("The line has no “text”: " + Shape);
        }
        var text = TextCleaner.Map(raw);
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            return new Unusable("The line's “text” is empty: fill it or remove the line.");
        }
        return new Used(new Document
        {
            Id = new($"{file.Value}#{id}"),
            RecordId = id,
            Title = MetadataValues.Text(Text(json, "title")) ?? MetadataValues.Text(id) ?? id,
            Text = text.Text,
            Source = text.ToSourceMap([0], number),
            Revision = ContentHash.Of(line.TrimEnd((byte)'\r')),
            Date = MetadataValues.Date(Text(json, "date")),
            Author = MetadataValues.Text(Text(json, "author")),
            Link = MetadataValues.Link(Text(json, "link") ?? Text(json, "url")),
        });
    }

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => Text(value),
            _ => null,
        };
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate spoils one character, not the line.
            return JsonEscapes.Unescape(value.GetRawText().AsSpan()[1..^1]);
        }
    }
}
