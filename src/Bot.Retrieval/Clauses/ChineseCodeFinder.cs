using System.Buffers;

namespace Bot.Retrieval.Clauses;

/// <summary>Reads the name of a Chinese code that stands before a clause: 《民法典》第…, 根据劳动合同法第…, 本法第….</summary>
internal static class ChineseCodeFinder
{
    private const int LongestName = 100;

    private static readonly SearchValues<char> SentenceBreaks = SearchValues.Create("，。；;：:\n ");

    private static readonly string[] Connectors = ["项下的", "当中的", "里面的", "中的", "里的", "之中", "当中", "里面", "中", "里", "的", "之"];

    private static readonly string[] OwnNames = ["本法典", "本法案", "本法", "本条例", "本规定", "本办法", "本解释", "本细则", "本规则", "本决定", "本准则", "本公约", "本条约", "本通则"];

    private static readonly string[] EarlierNames =
    [
        "该法典", "该法案", "该法", "该条例", "该规定", "该办法", "该解释", "该细则", "该公约", "该条约", "该决定", "同法", "此法", "此法案", "这个法案",
        "这部法律", "这部法", "这个法", "此条例", "上述法律", "前述法律", "上述规定", "前述规定", "法案", "法律", "提案", "该草案",
    ];

    private static readonly string[] OtherNames = ["合同", "协议", "契约", "章程", "合约", "租约", "协议书", "合同书", "保单", "条款", "附件", "附录", "判决", "裁定"];

    public static CodeContext Before(string source, string text, int head)
    {
        var end = SkipBack(text, head);
        if (end == 0)
        {
            return CodeContext.Nothing(head);
        }
        if (text[end - 1] == '》')
        {
            return Quoted(source, text, end, head);
        }
        if (Bill(source, text, end) is { } bill)
        {
            return bill;
        }
        var start = RegionStart(text, end);
        if (end - start < 2)
        {
            return CodeContext.Nothing(head);
        }
        var region = text[start..end];
        var candidate = source[start..end];
        // A connector needs a name before it: 其中第五条.
        if (EndsWithAny(region, OwnNames) is { } own)
        {
            return new(CodeScope.Own, null, null, candidate, end - own.Length);
        }
        if (EndsWithAny(region, EarlierNames) is { } earlier)
        {
            return new(CodeScope.Earlier, null, null, candidate, end - earlier.Length);
        }
        if (EndsWithAny(region, OtherNames) is { } other)
        {
            return new(CodeScope.Other, null, null, candidate, end - other.Length);
        }
        if (!ChineseCodeNames.HasEnding(region))
        {
            return CodeContext.Nothing(head, candidate);
        }
        var nameStart = ChineseCodeNames.StartIn(region);
        return ChineseCodeNames.IsBare(region.AsSpan(nameStart))
            ? CodeContext.Nothing(head, candidate)
            : CodeContext.Named(candidate[nameStart..], candidate, start + nameStart);
    }

    // Over spaces, 的, （2012年修正）, 合同编.
    private static int SkipBack(string text, int head)
    {
        var end = head;
        while (end > 0 && head - end < 2 && text[end - 1] == ' ')
        {
            end--;
        }
        foreach (var connector in Connectors)
        {
            if (end >= connector.Length && Scan.StartsWith(text, end - connector.Length, connector))
            {
                end -= connector.Length;
                break;
            }
        }
        // 民法典规定的第五条: the name ends before 规定.
        if (end < head && end > 3 && Scan.StartsWith(text, end - 2, "规定") && text[end - 3] is '法' or '典' or '例' or '》')
        {
            end -= 2;
        }
        if (end > 0 && text[end - 1] == '编')
        {
            var name = text.AsSpan(Math.Max(0, end - 8), Math.Min(8, end)).LastIndexOfAny('典', '》');
            if (name >= 0)
            {
                end = Math.Max(0, end - 8) + name + 1;
            }
        }
        if (end > 0 && text[end - 1] == ')')
        {
            var open = text.LastIndexOf('(', end - 1, Math.Min(end, 16));
            if (open > 0 && text.AsSpan(open, end - open).IndexOfAny(['修', '试', '年', '订', '版']) >= 0)
            {
                end = open;
            }
        }
        return end;
    }

    private static CodeContext Quoted(string source, string text, int end, int head)
    {
        var depth = 0;
        for (var i = end - 1; i >= 0 && end - i < LongestName; i--)
        {
            if (text[i] == '\n')
            {
                break;
            }
            depth += text[i] switch { '》' => 1, '《' => -1, _ => 0 };
            if (depth == 0)
            {
                return CodeContext.Named(source[(i + 1)..(end - 1)], source[i..end], i);
            }
        }
        return CodeContext.Nothing(head);
    }

    // SB-1047法案第…, SB-1047第…
    private static CodeContext? Bill(string source, string text, int end)
    {
        var tail = end;
        foreach (var word in (ReadOnlySpan<string>)["号法案", "法案", "号提案", "提案", "号"])
        {
            if (tail >= word.Length && Scan.StartsWith(text, tail - word.Length, word))
            {
                tail -= word.Length;
                break;
            }
        }
        tail = tail > 0 && text[tail - 1] == ' ' ? tail - 1 : tail;
        var from = Math.Max(0, tail - 16);
        return BillId.AtEndOf(text[from..tail]) is { } bill
            ? new CodeContext(CodeScope.Named, bill.Key, source[(from + bill.Start)..tail], source[(from + bill.Start)..tail], from + bill.Start)
            : null;
    }

    private static int RegionStart(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestName)
        {
            var character = text[start - 1];
            if (character == '》' && text.LastIndexOf('《', start - 1, Math.Min(start, 60)) is >= 0 and var open)
            {
                // 适用《民法典》有关担保制度的解释: the quoted name is part of a longer one.
                if (!text.AsSpan(open, start - open).Contains('\n'))
                {
                    start = open;
                    continue;
                }
            }
            if (character == ')' && Numbered(text, start) is { } opening)
            {
                start = opening;
                continue;
            }
            if (character == '、' && CourtBefore(text, start) is { } court)
            {
                return court;
            }
            if (!Text.Characters.IsHan(character))
            {
                break;
            }
            start--;
        }
        return start;
    }

    private static int? Numbered(string text, int end)
    {
        var open = text.LastIndexOf('(', end - 1, Math.Min(end, 5));
        return open > 0 && Marker.TryRead(text, open, out var marker) && marker.Chinese > 0 && marker.End == end ? open : null;
    }

    // 最高人民法院、最高人民检察院关于办理…、…案件适用法律若干问题的解释: commas are part of it.
    private static int? CourtBefore(string text, int afterComma)
    {
        var from = Math.Max(0, afterComma - LongestName);
        var window = text.AsSpan(from, afterComma - from);
        window = window[(window.LastIndexOfAny(SentenceBreaks) + 1)..];
        var court = window.IndexOf("最高人民", StringComparison.Ordinal);
        return court < 0 ? null : afterComma - window.Length + court;
    }

    private static string? EndsWithAny(string text, string[] names) =>
        names.FirstOrDefault(name => text.EndsWith(name, StringComparison.Ordinal) && !IsInsideWord(text, text.Length - name.Length));

    // 劳动合同法 doesn't end in 同法, 基本法 not in 本法.
    private static bool IsInsideWord(string text, int start) =>
        start > 0 && (text[start], text[start - 1]) is ('同', '合' or '共') or ('本', '基' or '日' or '根' or '资' or '成' or '版') or ('该', '应');
}
