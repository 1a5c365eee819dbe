using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>Decides for one document which code its mentions mean. Where that isn't clear they are left out: no guess is better than a wrong one.</summary>
internal sealed class DocumentCodes
{
    private readonly KnownCodes _codes;
    private readonly string? _own;
    private readonly Lazy<List<string>> _named;
    private string? _last;

    public DocumentCodes(ClauseDocument document, KnownCodes codes)
    {
        _codes = codes;
        _own = document.Outline.OwnCode is { } own ? codes.Find(own.Key) ?? own.Key : null;
        _named = new(() => Named(document));
    }

    // What the document is about, where that is one code.
    private string? Subject => _named.Value is [var single] ? single : null;

    /// <summary>The code's key, or null where the document names none; false where the mention is to be left out. To be asked in text order.</summary>
    public bool TryCodeOf(Passage passage, ClauseMention mention, out string? code)
    {
        switch (mention.Scope)
        {
            case CodeScope.Named:
                code = _last = Resolve(_codes, mention);
                return true;
            case CodeScope.Own:
                code = _own;
                return code is not null;
            case CodeScope.Earlier:
                code = LastNamed(passage, mention) ?? Subject;
                return code is not null || _named.Value.Count == 0;
            case CodeScope.Other:
                code = mention.CodeCandidate is { } words ? _codes.EndingOf(words) : null;
                return true;
            default:
                code = (mention.CodeCandidate is { } before ? _codes.EndingOf(before) : null) ?? _own ?? Subject;
                return true;
        }
    }

    /// <summary>The key of the code that a mention names: the longest known name that its words end in, else what they seem to say.</summary>
    public static string Resolve(KnownCodes codes, ClauseMention mention)
    {
        var written = mention.References[0].Code!;
        var isQuoted = mention.CodeCandidate?[0] is '《' or '〈';
        return codes.Find(written) is { } known && isQuoted ? known
            : mention.CodeCandidate is { } words && !isQuoted && codes.EndingOf(words) is { } ending ? ending
            : codes.Find(written) ?? written;
    }

    private string? LastNamed(Passage passage, ClauseMention mention)
    {
        var before = passage.Document.Text[passage.Span.Start..Math.Max(passage.Span.Start, mention.Span.Start)];
        var last = CodeMentions.In(before).OrderBy(code => before.LastIndexOf(code.Name, StringComparison.Ordinal)).LastOrDefault();
        return last.Key is { } key ? _codes.Find(key) ?? key : _last;
    }

    // By the title; where that names none, by the text.
    private List<string> Named(ClauseDocument document)
    {
        var inTitle = Keys(document.NamedInTitle).Union(_own is null ? _codes.NamedIn(document.Document.Title) : []).ToList();
        return _own is not null || inTitle.Count > 0
            ? inTitle
            : [.. Keys(document.NamedInText).Union(document.Passages.SelectMany(passage => passage.ClauseMentions).Select(mention => mention.References[0].Code).OfType<string>().Select(code => _codes.Find(code) ?? code))];
    }

    private IEnumerable<string> Keys(IEnumerable<CodeMentionInText> names) =>
        names.Select(name => _codes.Find(name.Key) ?? name.Key).Distinct();
}
