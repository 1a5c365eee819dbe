using System.Globalization;
using System.Xml.Linq;

namespace Bot.Retrieval.Documents;

/// <summary>Names in a Word document's XML, and how values stand in it.</summary>
internal static class DocxNames
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static XName Style { get; } = Word + "style";

    public static XName Name { get; } = Word + "name";

    public static XName BasedOn { get; } = Word + "basedOn";

    public static XName ParagraphProperties { get; } = Word + "pPr";

    public static XName OutlineLevel { get; } = Word + "outlineLvl";

    public static XName NumberingProperties { get; } = Word + "numPr";

    public static XName NumberingId { get; } = Word + "numId";

    public static XName NumberingLevel { get; } = Word + "ilvl";

    public static XName AbstractNumbering { get; } = Word + "abstractNum";

    public static XName AbstractNumberingId { get; } = Word + "abstractNumId";

    public static XName NumberingInstance { get; } = Word + "num";

    public static XName Level { get; } = Word + "lvl";

    public static XName LevelOverride { get; } = Word + "lvlOverride";

    public static XName StartOverride { get; } = Word + "startOverride";

    public static XName Start { get; } = Word + "start";

    public static XName NumberFormat { get; } = Word + "numFmt";

    public static XName LevelText { get; } = Word + "lvlText";

    public static string? Attribute(XElement? element, string name) => element?.Attribute(Word + name)?.Value;

    public static string? Value(XElement? element) => Attribute(element, "val");

    public static int? Number(XElement? element) => Number(Value(element));

    public static int? Number(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
