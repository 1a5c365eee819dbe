using System.Text;
using System.Xml;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Turns a Word document's body into text, a paragraph or table row a line. Reads the XML as a stream: how deep it nests
/// is up to the file.
/// </summary>
internal sealed class DocxTextExtractor(DocxStyles styles, DocxNumbering numbering)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _paragraph = new();
    private readonly List<int> _starts = [];
    private readonly List<MarkedHeading> _headings = [];
    private int _tables;
    private bool _rowHasCell;
    private string? _style;
    private int? _outlineLevel;
    private (int? List, int? Level) _list;
    private bool _hidden;

    /// <summary>The text before cleaning.</summary>
    public string Text => _text.ToString();

    /// <summary>Where each paragraph starts in <see cref="Text"/>; the first at 0.</summary>
    public int[] ParagraphStarts => _starts.Count == 0 ? [0] : [.. _starts];

    public IReadOnlyList<MarkedHeading> Headings => _headings;

    /// <summary>The first paragraph in the Title style.</summary>
    public string? TitleParagraph { get; private set; }

    public void Extract(XmlReader xml, CancellationToken cancellationToken)
    {
        while (!xml.EOF)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.Element && IsLeftOut(xml.LocalName))
            {
                xml.Skip();
                continue;
            }
            if (xml.NodeType == XmlNodeType.Element)
            {
                var (name, isEmpty) = (xml.LocalName, xml.IsEmptyElement);
                if (name is "t" && !isEmpty)
                {
                    AppendText(xml);
                    continue;
                }
                Start(xml, name);
                if (isEmpty)
                {
                    End(name);
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                End(xml.LocalName);
            }
            xml.Read();
        }
    }

    // Deleted and moved-away text, the second form of a drawing, and what a tracked change replaced.
    private static bool IsLeftOut(string name) =>
        name is "del" or "moveFrom" or "Fallback" or "instrText" or "delText" or "sectPr" or "pPrChange" or "rPrChange" or "tblPr" or "tcPr" or "trPr" or "tblGrid";

    private void Start(XmlReader xml, string name)
    {
        switch (name)
        {
            case "p":
                (_style, _outlineLevel, _list, _hidden) = (null, null, default, false);
                break;
            case "r":
                _hidden = false;
                break;
            case "vanish":
                _hidden = xml.GetAttribute("val", xml.NamespaceURI) is not ("0" or "false");
                break;
            case "pStyle":
                _style = xml.GetAttribute("val", xml.NamespaceURI);
                break;
            case "outlineLvl":
                _outlineLevel = DocxNames.Number(xml.GetAttribute("val", xml.NamespaceURI));
                break;
            case "numId":
                _list.List = DocxNames.Number(xml.GetAttribute("val", xml.NamespaceURI));
                break;
            case "ilvl":
                _list.Level = DocxNames.Number(xml.GetAttribute("val", xml.NamespaceURI));
                break;
            case "tab" when xml.GetAttribute("val", xml.NamespaceURI) is null:
                _paragraph.Append('\t');
                break;
            case "br" or "cr":
                _paragraph.Append(_tables > 0 ? ' ' : '\n');
                break;
            case "noBreakHyphen":
                _paragraph.Append('‑');
                break;
            case "tbl":
                _tables++;
                break;
            case "tr" when _tables == 1:
                _starts.Add(_text.Length);
                _rowHasCell = false;
                break;
            case "tc" when _tables == 1 && _rowHasCell:
                _text.Append('\t');
                break;
            default:
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "tc" when _tables == 1:
                _rowHasCell = true;
                break;
            case "tr" when _tables == 1:
                _text.Append('\n');
                break;
            case "tbl":
                _tables = Math.Max(0, _tables - 1);
                break;
            default:
                break;
        }
    }

    private void AppendText(XmlReader xml)
    {
        var text = xml.ReadElementContentAsString();
        if (!_hidden)
        {
            _paragraph.Append(text);
        }
    }

    private void EndParagraph()
    {
        // A table of contents repeats the headings.
        var text = _style?.StartsWith("TOC", StringComparison.OrdinalIgnoreCase) == true ? "" : _paragraph.ToString();
        _paragraph.Clear();
        var label = text.Length > 0 ? Label() : "";
        if (_tables > 0)
        {
            // Inside a cell paragraphs follow each other on the row's line.
            if (text.Length > 0)
            {
                _text.Append(_text.Length > 0 && _text[^1] is not ('\n' or '\t' or ' ') ? " " : "").Append(label).Append(text.ReplaceLineEndings(" "));
            }
            return;
        }
        var start = _text.Length;
        _starts.Add(start);
        _text.Append(label).Append(text);
        if (HeadingLevel() is { } level)
        {
            _headings.Add(new(start, _text.Length, level));
        }
        if (styles.IsTitle(_style))
        {
            TitleParagraph ??= string.IsNullOrWhiteSpace(text) ? null : text;
        }
        _text.Append('\n');
    }

    // The title stands above every chapter.
    private int? HeadingLevel() =>
        _outlineLevel is >= 0 and < 9 ? _outlineLevel + 1 : styles.IsTitle(_style) ? 1 : styles.HeadingLevel(_style);

    private string Label()
    {
        var (list, level) = _list.List is null ? styles.Numbering(_style) : _list;
        if (list is null or 0)
        {
            return "";
        }
        var label = numbering.Next(list.Value, level ?? _list.Level ?? 0);
        return label.Length == 0 ? "" : label + " ";
    }
}
