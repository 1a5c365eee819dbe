using Bot.Retrieval.Indexing;

namespace Bot.Host.Texts;

internal abstract partial class ConsoleTexts
{
    private sealed class SimplifiedChinese : ConsoleTexts
    {
        public static SimplifiedChinese Instance { get; } = new();

        public override string Help => """
            直接输入问题即可，中文或英文都行。也可以输入：
              /clause 条款   查看条款原文，例如 /clause 22603(b)
              /sources       列出文档，以及未能读取的文件
              /reload        重新读取文档
              /help          显示本说明
              /quit          退出（Ctrl-C、Ctrl-D 也可以）
            按上下方向键可以找回之前输入的内容。
            """;

        public override string Goodbye => "再见。";

        public override string NoDocuments => "没有可读取的文档，因此无法回答任何问题。";

        public override string ReloadCancelled => "已取消重新读取，继续使用原来的文档。";

        public override SourcesTexts Sources { get; } = new("文档", "标题", "日期", "段落", "条款", "未能读取：", "第 {0} 行");

        public override ReportTexts Report { get; } = new(
            "共 {0} 份文档、{1} 个段落、{2} 个条款，用时 {3}。",
            "新增：{0}", "更改：{0}", "移除：{0}", "新增条款：{0}", "移除条款：{0}", "未能读取：", "新算向量：{0}，沿用：{1}", "没有任何变化。");

        public override string Welcome(int documents, int passages) =>
            $"已就绪：{documents} 份文档，{passages} 个段落。请输入问题，/help 查看命令。";

        public override string Stage(ReloadStage stage) => stage switch
        {
            ReloadStage.Reading => "正在读取文档",
            ReloadStage.Embedding => "正在计算向量",
            _ => "正在建立索引",
        };

        public override string Pace(double perSecond, TimeSpan remaining) => Rounded(remaining) switch
        {
            (var minutes, true) => $"每秒 {perSecond:0.#}，约剩 {minutes} 分钟",
            (var seconds, _) => $"每秒 {perSecond:0.#}，约剩 {seconds} 秒",
        };

        public override string SoFar(int files, int embeddings, int passages) =>
            $"目前：已读取 {files} 个文件，已计算 {embeddings} 个段落的向量，已索引 {passages} 个段落。";

        public override string Lines(int start, int end) => start == end ? $"第 {start} 行" : $"第 {start}–{end} 行";

        public override string UnknownCommand(string name) => $"没有 {name} 这个命令，/help 查看全部命令。";

        public override string ClauseFound(string canonical, int places) => $"{canonical}，共 {places} 处：";

        public override string ClauseEnclosing(string canonical) => $"文档中没有 {canonical} 本身的内容，只提到它所在的条款：";

        public override string ClauseParts(string canonical) => $"文档中没有完整的 {canonical}，只有其中的部分：";

        public override string ClauseAmbiguous(string canonical) => $"多部法律都有 {canonical}，请写明是哪一部：";

        public override string ClauseNotFound(string canonical) => $"文档中没有提到 {canonical}。";

        public override string ClauseMalformed(string reference, string example) => $"“{reference}”不是条款编号，可以写成：{example}";

        public override string NearestClauses(string clauses) => $"最接近的条款：{clauses}";
    }
}
