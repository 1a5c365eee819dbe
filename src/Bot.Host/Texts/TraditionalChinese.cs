using Bot.Retrieval.Indexing;

namespace Bot.Host.Texts;

internal abstract partial class ConsoleTexts
{
    private sealed class TraditionalChinese : ConsoleTexts
    {
        public static TraditionalChinese Instance { get; } = new();

        public override string Help => """
            直接輸入問題即可，中文或英文都行。也可以輸入：
              /clause 條款   查看條款原文，例如 /clause 22603(b)
              /sources       列出文件，以及未能讀取的檔案
              /reload        重新讀取文件
              /help          顯示本說明
              /quit          結束（Ctrl-C、Ctrl-D 也可以）
            按上下方向鍵可以找回之前輸入的內容。
            """;

        public override string Goodbye => "再見。";

        public override string NoDocuments => "沒有可讀取的文件，因此無法回答任何問題。";

        public override string ReloadCancelled => "已取消重新讀取，繼續使用原來的文件。";

        public override SourcesTexts Sources { get; } = new("文件", "標題", "日期", "段落", "條款", "未能讀取：", "第 {0} 行");

        public override ReportTexts Report { get; } = new(
            "共 {0} 份文件、{1} 個段落、{2} 個條款，用時 {3}。",
            "新增：{0}", "更改：{0}", "移除：{0}", "新增條款：{0}", "移除條款：{0}", "未能讀取：", "新算向量：{0}，沿用：{1}", "沒有任何變化。");

        public override string Welcome(int documents, int passages) =>
            $"已就緒：{documents} 份文件，{passages} 個段落。請輸入問題，/help 查看指令。";

        public override string Stage(ReloadStage stage) => stage switch
        {
            ReloadStage.Reading => "正在讀取文件",
            ReloadStage.Embedding => "正在計算向量",
            _ => "正在建立索引",
        };

        public override string Pace(double perSecond, TimeSpan remaining) => Rounded(remaining) switch
        {
            (var minutes, true) => $"每秒 {perSecond:0.#}，約剩 {minutes} 分鐘",
            (var seconds, _) => $"每秒 {perSecond:0.#}，約剩 {seconds} 秒",
        };

        public override string SoFar(int files, int embeddings, int passages) =>
            $"目前：已讀取 {files} 個檔案，已計算 {embeddings} 個段落的向量，已索引 {passages} 個段落。";

        public override string Lines(int start, int end) => start == end ? $"第 {start} 行" : $"第 {start}–{end} 行";

        public override string UnknownCommand(string name) => $"沒有 {name} 這個指令，/help 查看全部指令。";

        public override string ClauseFound(string canonical, int places) => $"{canonical}，共 {places} 處：";

        public override string ClauseEnclosing(string canonical) => $"文件中沒有 {canonical} 本身的內容，只提到它所在的條款：";

        public override string ClauseParts(string canonical) => $"文件中沒有完整的 {canonical}，只有其中的部分：";

        public override string ClauseAmbiguous(string canonical) => $"多部法律都有 {canonical}，請寫明是哪一部：";

        public override string ClauseNotFound(string canonical) => $"文件中沒有提到 {canonical}。";

        public override string ClauseMalformed(string reference, string example) => $"「{reference}」不是條款編號，可以寫成：{example}";

        public override string NearestClauses(string clauses) => $"最接近的條款：{clauses}";
    }
}
