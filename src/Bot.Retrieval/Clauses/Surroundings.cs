namespace Bot.Retrieval.Clauses;

/// <summary>Judges by the words around a number whether it is a clause's or counts something else.</summary>
internal static class Surroundings
{
    private static readonly HashSet<string> Numbered = new[]
    {
        "figure", "figures", "fig", "figs", "table", "tables", "tab", "equation", "equations", "eq", "eqs", "step", "steps", "chapter", "chapters",
        "question", "questions", "exercise", "problem", "version", "ver", "v", "vol", "volume", "issue", "page", "pages", "p", "pp", "level", "grade",
        "type", "group", "phase", "appendix", "annex", "room", "building", "box", "panel", "plate", "note", "model", "lemma", "theorem", "part",
        "example", "line", "lines", "case", "day", "week", "year", "class", "form", "schedule", "exhibit", "slide", "unit", "series", "season",
    }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> ArticleFollowers = new[]
    {
        "of", "in", "under", "and", "or", "to", "say", "says", "said", "require", "requires", "mean", "means", "provide", "provides", "state", "states",
        "prohibit", "prohibits", "apply", "applies", "cover", "covers", "is", "does", "about", "regulate", "regulates", "define", "defines", "allow",
        "allows", "permit", "permits", "contain", "contains", "gdpr", "dsgvo", "tfeu", "teu", "echr", "concerning", "on", "shall", "sets", "refers",
        "mandate", "mandates", "grant", "grants", "give", "gives", "guarantee", "guarantees", "protects", "protect", "states", "establishes", "has", "was", "deal", "deals",
    }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Counted =
    [
        "铁路", "铁道", "地铁", "航线", "线路", "路线", "新闻", "河", "隧道", "跑道", "公路", "高速", "消息", "微博", "短信", "腿", "鱼", "龙", "船", "街",
        "生产线", "染色体", "战线", "道路", "路", "线", "轨道", "管道", "评论", "留言", "记录", "建议", "狗", "蛇", "裤", "裙", "领带", "毛巾", "命", "船坞",
        "步行", "行车", "海底", "电气化", "国道", "省道", "轻轨", "单轨", "缆车", "索道", "运河", "大街", "商业街", "主要", "防线", "边", "直线", "曲线", "弦",
        "巴士", "电车", "输", "客运", "货运", "城际", "有轨", "人行", "过海", "跨海", "跨", "横", "电缆", "光缆", "航道", "引", "内容是", "意见", "理由", "经验", "谣言", "推文",
    ];

    private static readonly string[] ClauseFollowers =
    [
        "规定", "的规定", "之规定", "所", "怎", "如何", "讲", "说", "写", "是什么", "内容", "的内容", "要求", "明确", "指出", "约定", "执行", "处理", "中", "里",
        "提到", "包括", "列举", "禁止", "有何", "有什么", "什么", "对", "适用", "关于", "的", "与", "和", "及", "或", "以及", "至", "到", "之", "项下", "则", "也", "还",
        "已", "将", "应", "即", "同", "款", "修改", "废止", "删", "，", "、", "。", "；", "：", "？", "！", "”", "」", "』", "】", "【", "》", ",", ".", ";", ":", "?", "!", ")", "(",
        "\n", "\"", "-", "—", "…",
    ];

    private static readonly string[] ArticleLeads =
    [
        "根据", "依据", "依照", "按照", "违反", "参照", "适用", "符合", "参见", "详见", "触犯", "援引", "引用", "前述", "上述", "除", "依", "按", "据", "见", "照",
        "、", "，", "和", "与", "及", "或", "至",
    ];

    /// <summary>Whether a number may start a reference here: nothing is glued to its front.</summary>
    public static bool IsFree(string text, int position)
    {
        var before = Scan.At(text, position - 1);
        if (Scan.IsWord(before) || before is '$' or '€' or '£' or '¥' or '/' or '\\' or '=' or '+' or '*' or '^' or '#' or '@' or '<' or '>')
        {
            return false;
        }
        return !(before is '.' or ',' or ':' or '-' or '\'' && Scan.IsWord(Scan.At(text, position - 2)) && !(before == ',' && !char.IsAsciiDigit(Scan.At(text, position - 2))));
    }

    /// <summary>A quick look at what stands behind a number, past spaces: whether it can be a clause's at all.</summary>
    public static bool MayFollowNumber(char character) =>
        character is '(' or '.' or '条' or '之' or '、' or '至' or '到' or '和' or '及' or '与' or '或' or '-' or 'U' or 'u' or 'C' or 'c'
            or (>= '\u2474' and <= '\u24B5')
        || char.IsAsciiLetter(character);

    /// <summary>Whether a code's name may end in front of a number without markers.</summary>
    public static bool MayPrecedeBareNumber(string text, int position)
    {
        var before = Scan.At(text, position - 1);
        return before is '的' or '中' or '案' || (before == ' ' && Scan.At(text, position - 2) is var last && (char.IsAsciiDigit(last) || last is 'e' or 'E' or 's' or '案' or '法'));
    }

    /// <summary>A quick look behind a word: whether a number, a marker or a Roman numeral follows.</summary>
    public static bool MayFollowCue(string text, int wordEnd)
    {
        var next = Scan.At(text, wordEnd) == '.' ? wordEnd + 1 : wordEnd;
        next = Scan.SpacesOrLineEnd(text, next);
        var character = Scan.At(text, next);
        return char.IsAsciiDigit(character)
            || character is '(' or '§' or 'I' or 'V' or 'X' or (>= 'Ⅰ' and <= 'Ⅻ') or (>= '\u2474' and <= '\u24B5')
            || (char.IsAsciiLetterLower(character) && !Scan.IsWord(Scan.At(text, next + 1)));
    }

    /// <summary>Whether a number without 第 may be an article's here: nothing is counted by 条.</summary>
    public static bool MayStartArticle(string text, int position)
    {
        var before = Scan.At(text, position - 1);
        return !Text.Characters.IsHan(before) || before is '问' or '看' or '查' or '那' || LeadsToArticle(text, position);
    }

    /// <summary>Whether the word in front numbers something else: a figure, a step, a version.</summary>
    public static bool IsNumberedThing(string text, int position)
    {
        var end = position;
        while (end > 0 && position - end < 3 && text[end - 1] is ' ' or '.')
        {
            end--;
        }
        if (end > 0 && text[end - 1] is '图' or '表' or '式' or '例' or '题' or '卷' or '期' or '页' or '号' or '步' or '第' or '版' or '约')
        {
            return true;
        }
        var start = end;
        while (start > 0 && end - start < 12 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }
        return start < end && Numbered.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, end - start));
    }

    /// <summary>Whether what follows 条 is what the number counts: 第一条铁路.</summary>
    public static bool CountsSomething(string text, int end) => StartsWithAny(text, end, Counted);

    /// <summary>Whether what follows 条 goes on as after a clause: 规定, a comma, the end.</summary>
    public static bool FollowsClause(string text, int end) =>
        end >= text.Length || text[end] == ' ' || StartsWithAny(text, end, ClauseFollowers);

    /// <summary>Whether the words in front lead to a clause: 根据, 违反.</summary>
    public static bool LeadsToArticle(string text, int start)
    {
        foreach (var lead in ArticleLeads)
        {
            if (start >= lead.Length && Scan.StartsWith(text, start - lead.Length, lead))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether "article 17" goes on as after a clause, and not as in "an article 5 people wrote".</summary>
    public static bool FollowsArticle(string text, int end)
    {
        var next = Scan.Spaces(text, end);
        var wordEnd = Scan.Letters(text, next);
        return wordEnd == next
            ? !char.IsAsciiDigit(Scan.At(text, next))
            : next > end && ArticleFollowers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(next, wordEnd - next));
    }

    public static bool IsYear(ReadOnlySpan<char> number) => number.Length == 4 && (number.StartsWith("19") || number.StartsWith("20"));

    private static bool StartsWithAny(string text, int position, string[] words)
    {
        foreach (var word in words)
        {
            if (Scan.StartsWith(text, position, word))
            {
                return true;
            }
        }
        return false;
    }
}
