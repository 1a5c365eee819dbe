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

    private ClauseOutline(ImmutableArray<OwnClause> clauses, CodeMentionInText? ownCode) => (Clauses, OwnCode) = (clauses, ownCode);

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
        var heads = Headings(document, code).Concat(Lines(document, whole)).ToList();
        if (heads.Count > 1)
        {
            // A contract or a code under any title: its name tells its clauses from those of others.
            code ??= CodeKey.Of(document.Title) is { Length: > 1 } key ? new(key, document.Title) : null;
        }
        return new([.. heads.Select(head => head with { Reference = WithCode(head.Reference, code) }).SelectMany(head => WithParts(document.Text, head))], code);
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

    // 第五十四条　自然人从事…, SEC. 3. …, 22603. (a) …, in ascending order.
    private static IEnumerable<OwnClause> Lines(Document document, TextSpan whole)
    {
        if (document.RecordId is not null)
        {
            return [];
        }
        var heading = 0;
        var heads = new List<(ClauseReference Reference, TextSpan Line)>();
        var breaks = new List<int>();
        foreach (var line in TextLines.In(document.Text, whole))
        {
            while (heading < document.Headings.Length && document.Headings[heading].Span.End <= line.Start)
            {
                heading++;
            }
            var isHeading = heading < document.Headings.Length && document.Headings[heading].Span.Overlaps(line);
            if (isHeading || IsChapter(line.In(document.Text)))
            {
                breaks.Add(line.Start);
            }
            else if (LineHead.Read(document.Text, line) is { } reference)
            {
                heads.Add((reference, line));
                breaks.Add(line.Start);
            }
        }
        return Longest(Regions(document.Text, heads, breaks, whole.End));
    }

    private static IEnumerable<OwnClause> Regions(string text, List<(ClauseReference Reference, TextSpan Line)> heads, List<int> breaks, int textEnd)
    {
        for (var i = 0; i < heads.Count; i++)
        {
            var order = SectionOrder.Of(heads[i].Reference.Section);
            var ascends = (i > 0 && SectionOrder.Of(heads[i - 1].Reference.Section).CompareTo(order) < 0)
                || (i + 1 < heads.Count && order.CompareTo(SectionOrder.Of(heads[i + 1].Reference.Section)) < 0);
            var at = breaks.BinarySearch(heads[i].Line.Start);
            var end = at + 1 < breaks.Count ? breaks[at + 1] : textEnd;
            if (ascends)
            {
                yield return new(heads[i].Reference, TextLines.Trim(text, TextSpan.FromBounds(heads[i].Line.Start, end)));
            }
        }
    }

    // A table of contents names each clause too, in a line of its own.
    private static IEnumerable<OwnClause> Longest(IEnumerable<OwnClause> clauses) =>
        clauses.GroupBy(clause => clause.Reference).SelectMany(group =>
        {
            var longest = group.Max(clause => clause.Span.Length);
            return group.Where(clause => clause.Span.Length * 2 >= longest);
        }).OrderBy(clause => clause.Span.Start);

    private static bool IsChapter(ReadOnlySpan<char> line)
    {
        if (line[0] != '第' || line.Length > 40)
        {
            return false;
        }
        var unit = line.IndexOfAny("章节節编編");
        return unit is > 1 and < 8 && line[1..unit].IndexOfAny("条條款项") < 0;
    }

    private static ClauseReference WithCode(ClauseReference reference, CodeMentionInText? code) =>
        code is { } known && (reference.Code is null || reference.Code != known.Key) ? reference with { Code = known.Key, CodeName = known.Name } : reference;

    private static string Plain(string name)
    {
        var plain = name.Replace("中华人民共和国", "", StringComparison.Ordinal).Replace("中華人民共和國", "", StringComparison.Ordinal);
        return plain.Length > 0 ? plain : name;
    }
}
