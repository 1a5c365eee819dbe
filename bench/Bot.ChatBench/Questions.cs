namespace Bot.ChatBench;

/// <summary>What is asked: questions about the repository's documents, in both languages, no two alike.</summary>
internal static class Questions
{
    private static readonly string[] Asked =
    [
        "What must a developer do before training a covered model?",
        "Who enforces section 22603?",
        "What does 22603(b) say about a safety incident?",
        "How soon must a safety incident be reported?",
        "What is a covered model?",
        "Which penalties apply to a developer?",
        "开发者在训练模型之前必须做什么？",
        "安全事件必须在多久之内报告？",
        "第22603条规定了什么？",
        "什么是受涵盖模型？",
        "中国的电子纪念币是什么？",
        "谁可以提起民事诉讼？",
    ];

    public static string At(int number) => $"{Asked[number % Asked.Length]} ({number})";
}
