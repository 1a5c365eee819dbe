using Bot.Retrieval.Text;

namespace Bot.Host.Texts;

/// <summary>What only the bot on Slack says.</summary>
internal sealed record SlackTexts
{
    public static SlackTexts Of(TextLanguage language) => language switch
    {
        TextLanguage.SimplifiedChinese => Simplified,
        TextLanguage.TraditionalChinese => Traditional,
        _ => English,
    };

    /// <summary>Shown until the answer comes.</summary>
    public required string Working { get; init; }

    /// <summary>Slack puts the app's name before it.</summary>
    public required string Status { get; init; }

    /// <summary>On the button that shows a private answer to all.</summary>
    public required string Share { get; init; }

    /// <summary>Title of the clause picker; at most 24 characters.</summary>
    public required string PickClause { get; init; }

    public required string ClauseLabel { get; init; }

    public required string ClausePlaceholder { get; init; }

    public required string Show { get; init; }

    /// <summary>Heading of the list of documents in the home tab.</summary>
    public required string Documents { get; init; }

    /// <summary>Above the suggested questions.</summary>
    public required string Suggestions { get; init; }

    /// <summary>A question about a clause.</summary>
    public required Func<string, string> ClauseQuestion { get; init; }

    private static readonly SlackTexts English = new()
    {
        Working = "Looking that up …",
        Status = "is looking that up …",
        Share = "Share in channel",
        PickClause = "Show a clause",
        ClauseLabel = "Clause",
        ClausePlaceholder = "For example 22603(b)",
        Show = "Show",
        Documents = "Documents",
        Suggestions = "You could ask:",
        ClauseQuestion = clause => $"What does {clause} say?",
    };

    private static readonly SlackTexts Simplified = new()
    {
        Working = "正在查找……",
        Status = "正在查找……",
        Share = "分享到频道",
        PickClause = "查看条款",
        ClauseLabel = "条款",
        ClausePlaceholder = "例如 22603(b)",
        Show = "查看",
        Documents = "文件",
        Suggestions = "可以这样问：",
        ClauseQuestion = clause => $"{clause} 规定了什么？",
    };

    private static readonly SlackTexts Traditional = new()
    {
        Working = "正在查找……",
        Status = "正在查找……",
        Share = "分享到頻道",
        PickClause = "查看條款",
        ClauseLabel = "條款",
        ClausePlaceholder = "例如 22603(b)",
        Show = "查看",
        Documents = "文件",
        Suggestions = "可以這樣問：",
        ClauseQuestion = clause => $"{clause} 規定了什麼？",
    };
}
