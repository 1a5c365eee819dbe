using System.Globalization;
using System.Xml.Linq;

namespace Bot.Retrieval.Documents;

/// <summary>What the styles of a Word document say about its paragraphs.</summary>
internal sealed class DocxStyles
{
    private readonly Dictionary<string, DocxStyle> _styles = [];

    private DocxStyles() { }

    /// <param name="part">The part's content, or <see langword="null"/> where the document has none.</param>
    public static DocxStyles Read(XDocument? part)
    {
        var styles = new DocxStyles();
        foreach (var style in part?.Root?.Elements(DocxNames.Style) ?? [])
        {
            if (DocxNames.Attribute(style, "styleId") is { } id)
            {
                var paragraph = style.Element(DocxNames.ParagraphProperties);
                styles._styles[id] = new(
                    DocxNames.Value(style.Element(DocxNames.Name)) ?? "",
                    DocxNames.Value(style.Element(DocxNames.BasedOn)),
                    DocxNames.Number(paragraph?.Element(DocxNames.OutlineLevel)),
                    DocxNames.Number(paragraph?.Element(DocxNames.NumberingProperties)?.Element(DocxNames.NumberingId)),
                    DocxNames.Number(paragraph?.Element(DocxNames.NumberingProperties)?.Element(DocxNames.NumberingLevel)));
            }
        }
        return styles;
    }

    public bool IsTitle(string? id) => Chain(id).Any(style => style.Style.Name.Equals("Title", StringComparison.OrdinalIgnoreCase))
        || (id is not null && !_styles.ContainsKey(id) && id.Equals("Title", StringComparison.OrdinalIgnoreCase));

    /// <summary>1 for the outermost; <see langword="null"/> for text.</summary>
    public int? HeadingLevel(string? id)
    {
        foreach (var (styleId, style) in Chain(id))
        {
            if (style.OutlineLevel is >= 0 and < 9)
            {
                return style.OutlineLevel + 1;
            }
            if ((LevelIn(style.Name) ?? LevelIn(styleId)) is { } level)
            {
                return level;
            }
        }
        return id is null ? null : LevelIn(id);
    }

    /// <summary>The list that paragraphs of a style belong to.</summary>
    public (int? List, int? Level) Numbering(string? id)
    {
        foreach (var (_, style) in Chain(id))
        {
            if (style.List is not null)
            {
                return (style.List, style.ListLevel);
            }
        }
        return default;
    }

    // "heading 2" in every language's Word; other programs write Heading2.
    private static int? LevelIn(string name) =>
        name.StartsWith("heading", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(name.AsSpan("heading".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && level is >= 1 and <= 9
            ? level
            : null;

    private IEnumerable<(string Id, DocxStyle Style)> Chain(string? id)
    {
        // A style that is based on itself would never end.
        for (var steps = 0; steps < 20 && id is not null && _styles.TryGetValue(id, out var style); steps++)
        {
            yield return (id, style);
            id = style.BasedOn;
        }
    }

    private sealed record DocxStyle(string Name, string? BasedOn, int? OutlineLevel, int? List, int? ListLevel);
}
