using System.Collections.Frozen;

namespace Bot.Retrieval.Analysis;

/// <summary>
/// Words by which a question says what it wants to know (name, kind, purpose, difference), and which the sentence that
/// answers seldom repeats. Missing them says little against a passage. In the open question sets the passages that answer
/// lack six of ten of those that occur there. Chinese words that only connect are among them.
/// </summary>
internal static class RelationWords
{
    private const string Chinese =
        "名字 名称 名叫 叫做 称为 称作 别名 别称 又名 地方 地点 地址 位置 所在 特点 特征 特色 特性 职业 职务 职位 身份 角色 类型 种类 类别 性质 属于 "
        + "内容 颜色 形状 作用 用途 功能 功效 目的 意义 意思 含义 定义 概念 原因 理由 缘故 结果 后果 影响 区别 差别 差异 不同 相同 比喻 类比 例子 举例 "
        + "看法 观点 态度 意见 评价 方面 方式 方法 办法 情况 问题 关系 条件 标准 依据 范围 数量 比例 大小 时间 日期 年份 时候 期间 大约 大概 左右 约是 "
        + "现在 目前 曾经 当时 之前 之后 关于 除了 之外 以及 还有 一些 一起 具体 主要 哪方 这个 那个 这些 那些 人们 人物 东西 事情 部分 需要 要求 "
        + "规定 讲了 说了 提到 介绍 描述 指的 包括 包含 产生 导致 发生 进行 使用";

    private const string Connectives =
        "我们 你们 他们 她们 它们 对于 由于 因为 所以 而且 并且 或者 还是 就是 如果 可以 没有 这样 那样 从而 其中 不是 应该 应当 能够 可能 一下";

    private const string English =
        "name term type kind sort like call title role part example difference different analogy metaphor comparison purpose reason cause meaning definition "
        + "number amount percentage proportion long old main mainly current currently approximate approximately about another one happen believe "
        + "accord according locate location place color colour shape size date year time day entity thing person people someone state word phrase "
        + "way method result effect impact responsible describe refer consider know known say require rule provide concern happen use";

    private static readonly FrozenSet<string> Terms =
        Chinese.Split(' ').Concat(Connectives.Split(' ')).Concat(English.Split(' ').Select(EnglishStemmer.Stem)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Takes a term as the <see cref="Analyzer"/> gives it.</summary>
    public static bool Contains(string term) => Terms.Contains(term);
}
