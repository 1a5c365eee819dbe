using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Finds which stretches of a document are clauses: by its title, its headings, and lines that start with one.</summary>
internal sealed class ClauseOutline
{
    private static readonly SearchValues<char> LeadBreaks = SearchValues.Create("：:，,。？?！! 　");

    private static readonly SearchValues<char> NameBreaks = SearchValues.Create("，。：:？?！!,;；");

    /// <param name="clauses">In text order.</param>
    /// <param name="ownCode">The code that the document is, or is a part of.</param>
    internal ClauseOutline(ImmutableArray<OwnClause> clauses, CodeMentionInText? ownCode) => (Clauses, OwnCode) = (clauses, ownCode);

    /// <summary>Clauses and their parts, in text order.</summary>
    public ImmutableArray<OwnClause> Clauses { get; }

    /// <summary>The code that the document is, or is a part of.</summary>
    public CodeMentionInText? OwnCode { get; }

    public static ClauseOutline Of(Document document)
    {
        var whole = TextLines.Trim(document.Text, new(0, document.Text.Length));
        var title = NamedClause(document.Title);
        if (title is not null && title.References is [var single] && !whole.IsEmpty)
        {
            var own = CodeOf(document.Title, title);
            var clause = new OwnClause(WithCode(single, own), whole);
            return new([.. WithParts(document.Text, clause)], own);
        }
        var code = TitleCode(document.Title);
        var headings = Headings(document, code).ToList();
        var heads = headings.Concat(Longest(LineSections(document, whole, headings))).OrderBy(head => head.Span.Start).ToList();
        if (heads.Count > 1)
        {
            // A contract or a code under any title: its name tells its clauses from those of others.
            code ??= CodeKey.Of(document.Title) is { Length: > 1 } key ? new(key, document.Title) : null;
        }
        return new([.. heads.SelectMany((head, i) => WithParts(
            document.Text,
            head with { Reference = WithCode(head.Reference, code) },
            i + 1 < heads.Count ? heads[i + 1].Span.Start : document.Text.Length))], code);
    }

    // Section 3 ends behind 3.2, but the (a) under 3.2 isn't its own.
    private static IEnumerable<OwnClause> WithParts(string text, OwnClause clause, int nextStart)
    {
        var own = nextStart > clause.Span.Start && nextStart < clause.Span.End
            ? clause with { Span = TextLines.Trim(text, TextSpan.FromBounds(clause.Span.Start, nextStart)) }
            : clause;
        return clause.Reference.Style == SectionStyle.ChineseArticle ? WithParts(text, clause) : SectionParts.Of(text, own).Prepend(clause);
    }

    private static IEnumerable<OwnClause> WithParts(string text, OwnClause clause)
    {
        if (clause.Reference.Style != SectionStyle.ChineseArticle)
        {
            return SectionParts.Of(text, clause).Prepend(clause);
        }
        var parts = clause.Reference.Path.IsEmpty ? ArticleParts.Of(text, clause).ToList() : [];
        // An article of one paragraph comes back with that paragraph's name.
        return parts.Exists(part => part.Span == clause.Span) ? parts : parts.Prepend(clause);
    }

    /// <summary>The clause that a title or heading names, where it does nothing else: not "On Article 5".</summary>
    private static ClauseMention? NamedClause(string title)
    {
        var mention = ClauseParser.FindAll(title) is [var first, ..] ? first : null;
        if (mention is null || mention.References.Length != 1 || mention.Scope is CodeScope.Earlier or CodeScope.Other)
        {
            return null;
        }
        var lead = title.AsSpan(0, mention.Span.Start).Trim(" 　*#《");
        var rest = title.AsSpan(mention.Span.End);
        var plainLead = lead.IsEmpty || (mention.Scope == CodeScope.Named && lead.IndexOfAny(LeadBreaks) < 0);
        return plainLead && (rest.IsEmpty || rest[0] is ' ' or '　' or '【' or '（' or '(' or '：' or ':' or '.' or '。' or '-' or '–' or '—' or '》' or ',' or '\n') ? mention : null;
    }

    // In a title all words before the clause are the code's name.
    private static CodeMentionInText? CodeOf(string title, ClauseMention mention)
    {
        if (mention.References[0] is not { Code: { } key, CodeName: { } name })
        {
            return null;
        }
        var lead = title[..mention.Span.Start].Trim(' ', '　', '*', '#', '《');
        return lead.Length == 0 ? new(key, Plain(name)) : new(CodeKey.Of(lead + name), Plain(lead + name));
    }

    private static CodeMentionInText? TitleCode(string title)
    {
        var name = title.Trim(' ', '　', '《', '》', '#');
        if (name.Length is 0 or > 80)
        {
            return null;
        }
        if (BillId.AllIn(name).ToList() is [var bill] && name.Length < bill.Name.Length + 3)
        {
            return new(bill.Key, bill.Name);
        }
        var even = EvenText.Of(name);
        var isName = even.AsSpan().IndexOfAny(NameBreaks) < 0
            && (ChineseCodeNames.HasEnding(CodeKey.OfWords(name)) || EndsInKind(even) || EnglishCodeNames.IsAcronym(even));
        return isName ? new(CodeKey.Of(name), Plain(name)) : null;
    }

    private static bool EndsInKind(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length > 1 && int.TryParse(words[^1], out _) ? words[^2] : words[^1];
        return words.Length is > 1 and < 12 && char.IsAsciiLetterUpper(words[0][0]) && EnglishCodeNames.IsKind(last);
    }

    private static IEnumerable<OwnClause> Headings(Document document, CodeMentionInText? code)
    {
        for (var i = 0; i < document.Headings.Length; i++)
        {
            var heading = document.Headings[i];
            if (NamedClause(heading.Text) is not { } mention)
            {
                continue;
            }
            var end = document.Headings.Skip(i + 1).FirstOrDefault(next => next.Level <= heading.Level)?.Span.Start ?? document.Text.Length;
            var span = TextLines.Trim(document.Text, TextSpan.FromBounds(heading.Span.End, Math.Max(heading.Span.End, end)));
            if (!span.IsEmpty)
            {
                yield return new(WithCode(mention.References[0], CodeOf(heading.Text, mention) ?? code), span);
            }
        }
    }

    // A line of a collection is one record, and its lines are no layout.
    private static IEnumerable<OwnClause> LineSections(Document document, TextSpan whole, List<OwnClause> headings)
    {
        if (document.RecordId is not null)
        {
            return [];
        }
        var breaks = LineBreaks.Of(document, whole);
        var known = headings.Select(heading => heading.Reference).ToHashSet();
        return NumberedSections.Of(document, whole, breaks)
            .Where(section => !known.Contains(section.Reference))
            .Concat(NamedSections.Of(document.Text, breaks, whole.End))
            .DistinctBy(section => section.Span.Start);
    }

    // A table of contents names each clause too, in a line of its own.
    private static IEnumerable<OwnClause> Longest(IEnumerable<OwnClause> clauses) =>
        clauses.GroupBy(clause => clause.Reference).SelectMany(group =>
        {
            var longest = group.Max(clause => clause.Span.Length);
            return group.Where(clause => clause.Span.Length * 2 >= longest);
        }).OrderBy(clause => clause.Span.Start);

    private static ClauseReference WithCode(ClauseReference reference, CodeMentionInText? code) =>
        code is { } known && (reference.Code is null || reference.Code != known.Key) ? reference with { Code = known.Key, CodeName = known.Name } : reference;

    private static string Plain(string name)
    {
        var plain = name.Replace("中华人民共和国", "", StringComparison.Ordinal).Replace("中華人民共和國", "", StringComparison.Ordinal);
        return plain.Length > 0 ? plain : name;
    }
}
