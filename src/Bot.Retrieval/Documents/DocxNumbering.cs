using System.Text;
using System.Xml.Linq;

namespace Bot.Retrieval.Documents;

/// <summary>Counts a Word document's lists: the numbers that readers see stand nowhere in its text.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level?[]> _lists = [];
    private readonly Dictionary<int, int> _abstractLists = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _overridden = [];

    private DocxNumbering() { }

    /// <param name="part">The part's content, or <see langword="null"/> where the document has none.</param>
    public static DocxNumbering Read(XDocument? part)
    {
        var numbering = new DocxNumbering();
        var abstracts = new Dictionary<int, Level?[]>();
        foreach (var element in part?.Root?.Elements(DocxNames.AbstractNumbering) ?? [])
        {
            if (DocxNames.Number(DocxNames.Attribute(element, "abstractNumId")) is { } id)
            {
                abstracts[id] = ReadLevels(element.Elements(DocxNames.Level), new Level?[Levels]);
            }
        }
        foreach (var element in part?.Root?.Elements(DocxNames.NumberingInstance) ?? [])
        {
            if (DocxNames.Number(DocxNames.Attribute(element, "numId")) is { } id
                && DocxNames.Number(element.Element(DocxNames.AbstractNumberingId)) is { } abstractId
                && abstracts.TryGetValue(abstractId, out var levels))
            {
                numbering._lists[id] = numbering.Override(id, element, (Level?[])levels.Clone());
                numbering._abstractLists[id] = abstractId;
            }
        }
        return numbering;
    }

    /// <summary>Counts one more paragraph of a list and gives its label, such as <c>第三条</c> or <c>(a)</c>; empty where it has none.</summary>
    public string Next(int list, int level)
    {
        if (level is < 0 or >= Levels || !_lists.TryGetValue(list, out var levels) || levels[level] is not { } definition)
        {
            return "";
        }
        // Lists made from one definition go on counting together, unless one says where it starts.
        if (!_counters.TryGetValue(_abstractLists[list], out var counters))
        {
            _counters[_abstractLists[list]] = counters = new int?[Levels];
        }
        var restarts = _overridden.Remove((list, level));
        counters[level] = counters[level] is { } last && !restarts ? last + 1 : definition.Start;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            counters[deeper] = null;
        }
        return Label(levels, counters, definition);
    }

    private static string Label(Level?[] levels, int?[] counters, Level definition)
    {
        if (definition.Format == "bullet")
        {
            return "•";
        }
        var label = new StringBuilder();
        for (var i = 0; i < definition.Text.Length; i++)
        {
            if (definition.Text[i] == '%' && i + 1 < definition.Text.Length && definition.Text[i + 1] is >= '1' and <= '9')
            {
                var level = definition.Text[++i] - '1';
                label.Append(ListNumber.Write(counters[level] ?? levels[level]?.Start ?? 1, levels[level]?.Format ?? "decimal"));
            }
            else
            {
                label.Append(definition.Text[i]);
            }
        }
        return label.ToString();
    }

    private Level?[] Override(int list, XElement instance, Level?[] levels)
    {
        foreach (var element in instance.Elements(DocxNames.LevelOverride))
        {
            ReadLevels(element.Elements(DocxNames.Level), levels);
            if (DocxNames.Number(DocxNames.Attribute(element, "ilvl")) is >= 0 and < Levels and var level
                && DocxNames.Number(element.Element(DocxNames.StartOverride)) is { } start
                && levels[level] is { } definition)
            {
                levels[level] = definition with { Start = start };
                _overridden.Add((list, level));
            }
        }
        return levels;
    }

    private static Level?[] ReadLevels(IEnumerable<XElement> elements, Level?[] levels)
    {
        foreach (var element in elements)
        {
            if (DocxNames.Number(DocxNames.Attribute(element, "ilvl")) is >= 0 and < Levels and var level)
            {
                levels[level] = new(
                    DocxNames.Number(element.Element(DocxNames.Start)) ?? 1,
                    DocxNames.Value(element.Element(DocxNames.NumberFormat)) ?? "decimal",
                    DocxNames.Value(element.Element(DocxNames.LevelText)) ?? "");
            }
        }
        return levels;
    }

    private sealed record Level(int Start, string Format, string Text);
}
