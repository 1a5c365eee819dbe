using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>
/// Holds what a command's scan found against what was typed: words in front name a code, and nothing that looks like more
/// of a reference may be left over, or a slip of the finger would show another clause.
/// </summary>
internal static class ReferenceCommand
{
    private static readonly char[] Blank = [' ', '\u3000', '\u00A0', '\t', '\n', '\r', '.', ',', ';', ':', '!', '?', '。', '，', '、', '；', '：', '？', '！', '"', '“', '”', '\'', '「', '」', '【', '】', '`', '*', '/'];

    private static readonly string[] Noise =
    [
        "请问", "请查", "查一下", "查询", "查看", "查找", "查", "看看", "看一下", "看", "想知道", "我想知道", "什么是", "根据", "依据", "依照", "按照", "找", "关于",
        "第", "条", "请", "问", "the", "what", "is", "does", "show", "me", "please", "find", "lookup", "look", "up", "of", "in", "see", "clause", "section", "under",
    ];

    public static ClauseParse Check(string reference, ImmutableArray<ClauseMention> mentions)
    {
        if (mentions.IsEmpty)
        {
            return new ClauseParse.Malformed(Example(reference));
        }
        if (mentions.Any(mention => !mention.IsTentative))
        {
            mentions = [.. mentions.Where(mention => !mention.IsTentative)];
        }
        mentions = [.. mentions.Select(mention => mention with { IsTentative = false })];
        var even = EvenText.Of(reference);
        mentions = WithLooseLetter(even, mentions);
        for (var i = 0; i < mentions.Length; i++)
        {
            var end = mentions[i].Span.End;
            var next = i + 1 < mentions.Length ? mentions[i + 1].Span.Start : even.Length;
            if (IsBroken(even.AsSpan(end, next - end)))
            {
                return new ClauseParse.Malformed(Example(reference));
            }
        }
        var first = mentions[0];
        var lead = Lead(reference[..first.Span.Start]);
        if (lead.Length > 0 && first.Scope == CodeScope.None)
        {
            if (CodeKey.Of(lead) is not { Length: > 0 } key || HasNumber(EvenText.Of(lead)))
            {
                return new ClauseParse.Malformed(Example(reference));
            }
            mentions = mentions.SetItem(0, first with
            {
                Scope = CodeScope.Named,
                CodeCandidate = lead,
                References = [.. first.References.Select(item => item with { Code = key, CodeName = lead })],
            });
        }
        mentions = [.. mentions.Select(Restyle)];
        return new ClauseParse.Parsed([.. mentions.SelectMany(mention => mention.References).Distinct()]) { Mentions = mentions };
    }

    /// <summary>A reference of the kind that the text comes nearest to.</summary>
    public static string Example(string text)
    {
        var even = EvenText.Of(text.Length > 200 ? text[..200] : text);
        return even.AsSpan().IndexOfAny('条', '款', '项') >= 0 || even.Contains('法') ? "民法典第54条第2款"
            : even.Contains("art", StringComparison.OrdinalIgnoreCase) ? "Article 5(1)(a)"
            : "22603(b)";
    }

    // 22603 b
    private static ImmutableArray<ClauseMention> WithLooseLetter(string even, ImmutableArray<ClauseMention> mentions)
    {
        var last = mentions[^1];
        var rest = even.AsSpan(last.Span.End);
        var letter = rest.Trim();
        if (letter.Length != 1 || rest[0] != ' ' || !char.IsAsciiLetter(letter[0]) || last.References is not [var single] || last.Span.End > even.Length - 2)
        {
            return mentions;
        }
        return SubdivisionOrder.Read(letter.ToString(), [.. single.Path], single.Style) is { } step && single.Path.All(other => other.Kind != step.Kind)
            ? mentions.SetItem(mentions.Length - 1, last with { Span = TextSpan.FromBounds(last.Span.Start, even.Length), References = [single with { Path = single.Path.Add(step) }] })
            : mentions;
    }

    // 民法典 54
    private static ClauseMention Restyle(ClauseMention mention)
    {
        var han = mention.References[0] is { Style: SectionStyle.Section, Path.IsEmpty: true, Code: { Length: > 0 } code }
            && Characters.IsHan(code[^1])
            && mention.References.All(item => item.Section.All(char.IsAsciiDigit) && item.Path.IsEmpty);
        return han ? mention with { References = [.. mention.References.Select(item => item with { Style = SectionStyle.ChineseArticle })] } : mention;
    }

    private static bool IsBroken(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.TrimStart(' ');
        if (trimmed.IsEmpty)
        {
            return false;
        }
        return trimmed[0] is '(' or ')' or '-' or '第' or '之' or '§' or '款' or '项' or '目' or '%' or '°'
            || (trimmed[0] is '.' or ',' && trimmed.Length > 1 && Scan.IsWord(trimmed[1]))
            || char.IsAsciiDigit(trimmed[0])
            || (trimmed.Length == rest.Length && (char.IsLetterOrDigit(trimmed[0]) && !Characters.IsHan(trimmed[0])))
            || ChineseNumeral.IsNumeral(trimmed[0])
            || HasNumber(trimmed);
    }

    // A number that wasn't read: better say so than look up half of what was meant.
    private static bool HasNumber(ReadOnlySpan<char> rest)
    {
        foreach (var character in rest)
        {
            if (char.IsAsciiDigit(character) || character is '款' or '项' or '(')
            {
                return true;
            }
        }
        return false;
    }

    private static string Lead(string text)
    {
        var lead = text.Trim(Blank);
        while (true)
        {
            var shorter = lead;
            foreach (var word in Noise)
            {
                var latin = char.IsAsciiLetter(word[0]);
                if (lead.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (!latin || lead.Length == word.Length || !Scan.IsWord(lead[word.Length])))
                {
                    shorter = lead[word.Length..].Trim(Blank);
                    break;
                }
            }
            if (shorter.Length == lead.Length)
            {
                return lead;
            }
            lead = shorter;
        }
    }
}
