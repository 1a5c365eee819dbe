using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>What an answer says in the bot's own words, in the three languages it speaks. Quotes are never translated.</summary>
internal sealed record AnswerTexts
{
    public required string EmptyQuestion { get; init; }

    public required string EmptyIndex { get; init; }

    public required string NotConfident { get; init; }

    /// <summary>Takes the clause asked for.</summary>
    public required Func<string, string> UnknownClause { get; init; }

    /// <summary>Takes the clauses that are nearest.</summary>
    public required Func<string, string> NearestClauses { get; init; }

    /// <summary>Takes the clause asked for and those it may mean.</summary>
    public required Func<string, string, string> AmbiguousClause { get; init; }

    public required string NearestPassages { get; init; }

    /// <summary>Between the items of a list.</summary>
    public required string Separator { get; init; }

    public static AnswerTexts Of(TextLanguage language) => language switch
    {
        TextLanguage.SimplifiedChinese => Simplified,
        TextLanguage.TraditionalChinese => Traditional,
        _ => English,
    };

    private static readonly AnswerTexts English = new()
    {
        EmptyQuestion = "Ask a question in words: there is nothing in this one to look for.",
        EmptyIndex = "No documents are loaded, so there is nothing to answer from.",
        NotConfident = "The documents don't answer this, as far as I can find.",
        UnknownClause = clause => $"The documents don't speak of {clause}.",
        NearestClauses = clauses => $"The nearest they speak of: {clauses}.",
        AmbiguousClause = (clause, choices) => $"Several codes have {clause}: {choices}. Say which one you mean.",
        NearestPassages = "The nearest passages, which may not answer:",
        Separator = ", ",
    };

    private static readonly AnswerTexts Simplified = new()
    {
        EmptyQuestion = "请用文字提问：这里没有可以查找的内容。",
        EmptyIndex = "尚未载入任何文件，无法回答。",
        NotConfident = "在文件中没有找到能回答这个问题的内容。",
        UnknownClause = clause => $"文件中没有提到 {clause}。",
        NearestClauses = clauses => $"文件中提到的相近条款：{clauses}。",
        AmbiguousClause = (clause, choices) => $"不止一部法律有{clause}：{choices}。请说明是哪一部。",
        NearestPassages = "最接近的段落（未必能回答）：",
        Separator = "、",
    };

    private static readonly AnswerTexts Traditional = new()
    {
        EmptyQuestion = "請用文字提問：這裡沒有可以查找的內容。",
        EmptyIndex = "尚未載入任何文件，無法回答。",
        NotConfident = "在文件中沒有找到能回答這個問題的內容。",
        UnknownClause = clause => $"文件中沒有提到 {clause}。",
        NearestClauses = clauses => $"文件中提到的相近條款：{clauses}。",
        AmbiguousClause = (clause, choices) => $"不只一部法律有{clause}：{choices}。請說明是哪一部。",
        NearestPassages = "最接近的段落（未必能回答）：",
        Separator = "、",
    };
}
