using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Bot.Retrieval.Documents;

/// <summary>
/// Turns a web page into text, without its scripts, styles and navigation. Works on AngleSharp's tokens, whose source
/// ranges place each character exactly; a tree would lose them, and how deep it gets is up to the page.
/// </summary>
internal sealed class HtmlTextExtractor(string raw)
{
    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(
        "script", "style", "nav", "template", "noscript", "iframe", "object", "svg", "math", "canvas", "audio", "video", "title",
        "select", "button", "textarea", "dialog", "footer", "noframes", "noembed", "xmp", "datalist", "rt", "rp");

    private static readonly FrozenSet<string> Paragraphs = FrozenSet.Create(
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul", "ol", "dl", "article", "section", "main", "figure", "hr");

    private static readonly FrozenSet<string> Lines = FrozenSet.Create(
        "div", "li", "tr", "dt", "dd", "header", "aside", "address", "caption", "figcaption", "thead", "tbody", "tfoot", "details",
        "summary", "body", "center", "form", "fieldset", "legend", "hgroup", "search");

    private readonly HtmlLayout _layout = new(raw.Length / 4);
    private readonly HtmlMetadata _metadata = new();
    private (string Name, int Depth)? _skipping;
    private string _title = "";
    private int _preformatted;
    private int _mainDepth;
    private (int Start, int End)? _main;

    /// <summary>Extracts the page's <c>main</c> element where it has one with words in it, else all of its body.</summary>
    public HtmlPage Extract(CancellationToken cancellationToken)
    {
        var range = default(TextRange);
        using var source = new TextSource(raw);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { OnToken = (_, where) => range = where };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    tokenizer.State = ContentOf(token.Name);
                    StartTag(token.AsTag(), range.Start.Index);
                    break;
                case HtmlTokenType.EndTag:
                    EndTag(token.Name, range.Start.Index);
                    break;
                case HtmlTokenType.Character:
                    Text(token.Data, range.Start.Index, range.End.Index);
                    break;
                default:
                    break;
            }
        }
        _layout.EndHeading();
        return ToPage();
    }

    private void StartTag(HtmlTagToken tag, int origin)
    {
        if (_skipping is { } skipping)
        {
            // Navigation that nobody closed doesn't swallow the page.
            if (tag.Name is "main" or "article")
            {
                _skipping = null;
            }
            else
            {
                _skipping = skipping.Name == tag.Name && tag.Name is not ("rt" or "rp") && !tag.IsSelfClosing ? skipping with { Depth = skipping.Depth + 1 } : skipping;
                return;
            }
        }
        if (tag.Name == "meta")
        {
            _metadata.Meta(tag);
        }
        else if (tag.Name == "link")
        {
            _metadata.Link(tag);
        }
        else if (Skipped.Contains(tag.Name) || (tag.Name is "div" or "section" or "span" && tag.Attributes.Exists(attribute => attribute.Name == "hidden")))
        {
            _skipping = tag.IsSelfClosing && tag.Name is "svg" or "math" ? null : (tag.Name, 1);
        }
        else
        {
            StartElement(tag.Name, origin);
        }
    }

    private void StartElement(string name, int origin)
    {
        BreakAround(name, origin);
        switch (name)
        {
            case "br":
                _layout.BreakAgain(origin);
                break;
            case "td" or "th":
                _layout.NextCell(origin);
                break;
            case "pre":
                _preformatted++;
                break;
            case ['h', >= '1' and <= '6' and var level]:
                _layout.StartHeading(level - '0');
                break;
            case "main" when _mainDepth++ == 0 && _main is null:
                _main = (_layout.Length, int.MaxValue);
                break;
            default:
                break;
        }
    }

    private void EndTag(string name, int origin)
    {
        if (_skipping is { } skipping)
        {
            if (skipping.Name == name)
            {
                if (name == "title")
                {
                    _metadata.Title(_title);
                    _title = "";
                }
                _skipping = skipping.Depth > 1 ? skipping with { Depth = skipping.Depth - 1 } : null;
            }
            else if (name == "ruby" && skipping.Name is "rt" or "rp")
            {
                _skipping = null;
            }
            return;
        }
        switch (name)
        {
            case "pre":
                _preformatted = Math.Max(0, _preformatted - 1);
                break;
            case ['h', >= '1' and <= '6']:
                _layout.EndHeading();
                break;
            case "main" when _mainDepth > 0 && --_mainDepth == 0 && _main is { End: int.MaxValue } main:
                _main = (main.Start, _layout.Length);
                break;
            default:
                break;
        }
        BreakAround(name, origin);
    }

    private void Text(string data, int start, int end)
    {
        if (_skipping is { } skipping)
        {
            _title = skipping.Name == "title" ? _title + data : _title;
            return;
        }
        var origins = new int[data.Length];
        HtmlCharacters.Locate(raw, start, end, data, origins);
        _layout.Write(data, origins, _preformatted > 0);
    }

    private void BreakAround(string name, int origin)
    {
        if (Paragraphs.Contains(name))
        {
            _layout.Break(2, origin);
        }
        else if (Lines.Contains(name))
        {
            _layout.Break(1, origin);
        }
    }

    private HtmlPage ToPage()
    {
        var text = _layout.Build();
        var headings = _layout.Headings;
        var metadata = _metadata.ToMetadata();
        if (headings.Count > 0 && metadata.Title is { } title)
        {
            // Page titles end in the site's name; the heading inside is what people call the page.
            var shown = TextCleaner.CleanLine(text.Text[headings[0].Start..headings[0].End]);
            metadata = shown.Length >= 4 && title.Contains(shown, StringComparison.Ordinal) ? metadata with { Title = shown } : metadata;
        }
        if (_main is not var (start, end) || string.IsNullOrWhiteSpace(text.Text[start..Math.Min(end, text.Text.Length)]))
        {
            return new(text, [.. headings], metadata);
        }
        end = Math.Min(end, text.Text.Length);
        // The line ends in front of the part's first word belong to what came before.
        start += text.Text.AsSpan(start, end - start).IndexOfAnyExcept('\n');
        return new(
            text.Slice(start, end),
            [.. headings.Where(heading => heading.Start >= start && heading.End <= end).Select(heading => heading with { Start = heading.Start - start, End = heading.End - start })],
            metadata);
    }

    private static HtmlParseMode ContentOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" or "noscript" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
