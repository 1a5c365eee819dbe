using AngleSharp.Html.Parser.Tokens;

namespace Bot.Retrieval.Documents;

/// <summary>Collects what the head of a web page says about it.</summary>
internal sealed class HtmlMetadata
{
    private string? _title;
    private string? _shownTitle;
    private string? _author;
    private DateOnly? _date;
    private Uri? _canonical;
    private Uri? _shared;

    /// <summary>The content of the first <c>title</c> element.</summary>
    public void Title(string text) => _title ??= MetadataValues.Text(text);

    public void Meta(HtmlTagToken tag)
    {
        var name = tag.GetAttribute("property") is { Length: > 0 } property ? property : tag.GetAttribute("name");
        name = name is { Length: > 0 } ? name : tag.GetAttribute("itemprop");
        var content = tag.GetAttribute("content");
        switch (name.ToLowerInvariant())
        {
            case "og:title":
                _shownTitle ??= MetadataValues.Text(content);
                break;
            case "author" or "article:author" or "dc.creator":
                // Some sites put a profile's address here.
                _author ??= MetadataValues.Link(content) is null ? MetadataValues.Text(content) : null;
                break;
            case "date" or "article:published_time" or "datepublished" or "dc.date" or "pubdate" or "publishdate":
                _date ??= MetadataValues.Date(content);
                break;
            case "og:url":
                _shared ??= MetadataValues.Link(content);
                break;
            default:
                break;
        }
    }

    public void Link(HtmlTagToken tag)
    {
        if (tag.GetAttribute("rel").Equals("canonical", StringComparison.OrdinalIgnoreCase))
        {
            _canonical ??= MetadataValues.Link(tag.GetAttribute("href"));
        }
    }

    public DocumentMetadata ToMetadata() => new()
    {
        Title = _shownTitle ?? _title,
        Author = _author,
        Date = _date,
        Link = _canonical ?? _shared,
    };
}
