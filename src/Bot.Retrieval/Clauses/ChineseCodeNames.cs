namespace Bot.Retrieval.Clauses;

/// <summary>How names of Chinese codes end, and which words before one are no part of it.</summary>
internal static class ChineseCodeNames
{
    private static readonly string[] Endings =
    [
        "法典", "条例", "规定", "办法", "解释", "细则", "规则", "规程", "准则", "通则", "修正案", "公约", "条约", "协定",
        "议定书", "法案", "草案", "意见", "批复", "纪要", "决定", "守则", "法",
    ];

    /// <summary>Words that end in 法 and name no code.</summary>
    private static readonly string[] OrdinaryWords =
    [
        "方法", "做法", "看法", "想法", "说法", "语法", "书法", "魔法", "无法", "执法", "违法", "依法", "非法", "普法", "打法",
        "玩法", "写法", "枪法", "手法", "提法", "佛法", "读法", "叫法", "讲法", "笔法", "犯法", "法律规定", "有关规定", "相关规定",
    ];

    /// <summary>What stands before a name; where one of them ends, a name may start.</summary>
    private static readonly string[] LeadWords =
    [
        "根据", "依据", "依照", "按照", "违反", "参照", "适用", "符合", "请问", "以及", "或者", "并且", "触犯", "援引", "引用", "结合",
        "属于", "构成", "存在", "具有", "关于", "现行", "我国", "中国", "大陆", "内地", "国家的", "最新", "新版", "旧版", "知道", "了解", "告诉", "介绍",
        "说明", "查询", "查看", "查找", "查一下", "看看", "看一下", "想问", "问一下", "参见", "参考", "参阅", "详见", "不符合", "涉及", "对照", "比较",
        "对比", "修改后", "修订后", "什么是", "怎么理解", "如何理解", "理解", "解读", "依", "按", "即", "是", "和", "与", "及", "或", "的",
        "中", "了", "在", "由", "从", "对", "见", "查", "看", "问", "说", "讲", "如", "把", "将", "让", "给", "用", "照", "出", "过", "到",
        "为", "于", "里", "据", "则", "以", "因", "而", "且", "但", "想", "学", "读", "有", "含", "下", "请", "新", "旧", "原", "该", "其", "本", "此",
    ];

    /// <summary>Single characters also stand inside names: they are cut off only where a name would start with them.</summary>
    private static readonly HashSet<char> LeadEnds = LeadWords.Where(word => word.Length == 1).Select(word => word[0]).ToHashSet();

    private static readonly string[] NotLeads = ["中华", "中国", "对外", "中医", "中外", "中小", "中央", "中等", "新闻", "新能", "用水", "出境", "出版", "出入", "和解", "有线", "学位", "学校", "学前", "从业", "原子", "与贸", "因特", "中药", "将官", "读者"];

    public static bool HasEnding(ReadOnlySpan<char> name)
    {
        name = WithoutNumber(name);
        foreach (var word in OrdinaryWords)
        {
            if (name.EndsWith(word, StringComparison.Ordinal))
            {
                return false;
            }
        }
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether the name is an ending alone, with nothing that says which.</summary>
    public static bool IsBare(ReadOnlySpan<char> name)
    {
        name = WithoutNumber(name);
        foreach (var ending in Endings)
        {
            if (name.SequenceEqual(ending))
            {
                return true;
            }
        }
        return name.IsEmpty;
    }

    /// <summary>Whether a name may start behind these words.</summary>
    public static bool IsLead(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty || LeadEnds.Contains(before[^1]) || before[^1] is '、' or '》' || HasEnding(before))
        {
            return true;
        }
        foreach (var word in LeadWords)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Where the name that ends the words most likely starts.</summary>
    public static int StartIn(string words)
    {
        // Interpretations have long names full of lead words, but they start in one way.
        var court = words.IndexOf("最高人民", StringComparison.Ordinal);
        if (court >= 0 && words.IndexOf("关于", court, StringComparison.Ordinal) > 0)
        {
            return court;
        }
        var about = words.IndexOf("关于", StringComparison.Ordinal);
        if (about >= 0 && words.AsSpan(about).IndexOfAny(['释', '定', '见', '复']) > 4 && WithoutNumber(words) is var plain && !plain.EndsWith("法", StringComparison.Ordinal))
        {
            return about;
        }
        var start = 0;
        foreach (var word in LeadWords)
        {
            if (word.Length > 1 && word != "中国" && words.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var found && found + word.Length < words.Length - 1)
            {
                start = Math.Max(start, found + word.Length);
            }
        }
        start = AfterEarlierName(words, start);
        return AfterWeakWords(words, start);
    }

    // 民法典和劳动合同法: the second name.
    private static int AfterEarlierName(string words, int start)
    {
        for (var i = words.Length - 2; i > start; i--)
        {
            if (words[i] is '和' or '与' or '及' or '或' or '、' && (HasEnding(words.AsSpan(start, i - start)) || words[i - 1] == '》'))
            {
                return i + 1;
            }
        }
        return start;
    }

    private static int AfterWeakWords(string words, int start)
    {
        while (start < words.Length - 2
            && LeadEnds.Contains(words[start])
            && !NotLeads.Any(word => Scan.StartsWith(words, start, word)))
        {
            start++;
        }
        return Scan.StartsWith(words, start, "中国") && words.Length - start > 4 ? start + 2 : start;
    }

    // …解释（一）
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> name)
    {
        if (name.Length > 3 && name[^1] == ')' && name.LastIndexOf('(') is > 0 and var open && name.Length - open <= 5)
        {
            return name[..open];
        }
        return name;
    }
}
