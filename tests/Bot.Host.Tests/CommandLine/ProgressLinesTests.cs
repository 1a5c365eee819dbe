using Bot.Host.CommandLine;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;

namespace Bot.Host.Tests.CommandLine;

public sealed class ProgressLinesTests
{
    [Theory]
    [InlineData(TextLanguage.English, "Embedding passages · 25/s, about 40 s left: 1000 of 2000", "So far: 300 files read, 1000 passages embedded, 1500 indexed.")]
    [InlineData(TextLanguage.SimplifiedChinese, "正在计算向量 · 每秒 25，约剩 40 秒：1000 / 2000", "目前：已读取 300 个文件，已计算 1000 个段落的向量，已索引 1500 个段落。")]
    [InlineData(TextLanguage.TraditionalChinese, "正在計算向量 · 每秒 25，約剩 40 秒：1000 / 2000", "目前：已讀取 300 個檔案，已計算 1000 個段落的向量，已索引 1500 個段落。")]
    public void What_a_reload_does_how_fast_and_how_long_is_said_in_each_language(TextLanguage language, string doing, string soFar)
    {
        var progress = new ReloadProgress(ReloadStage.Embedding, 1000, 2000)
        {
            Files = 300,
            Embeddings = 1000,
            Passages = 1500,
            PerSecond = 25,
            Remaining = TimeSpan.FromSeconds(39.5),
        };
        Assert.Equal([doing, soFar], ProgressLines.Of(ConsoleTexts.Of(language), ConversationTexts.Of(language), progress));
    }

    [Fact]
    public void A_long_time_is_told_in_minutes() =>
        Assert.Equal(
            "Reading documents · 0.5/s, about 12 min left",
            ProgressLines.Label(ConsoleTexts.Of(TextLanguage.English), new ReloadProgress(ReloadStage.Reading, 1, 2) { PerSecond = 0.5, Remaining = TimeSpan.FromMinutes(11.6) }));

    [Fact]
    public void Nothing_is_foretold_before_it_can_be() =>
        Assert.Equal(
            ["Reading documents: 3 of 10"],
            ProgressLines.Of(ConsoleTexts.Of(TextLanguage.English), ConversationTexts.Of(TextLanguage.English), new ReloadProgress(ReloadStage.Reading, 3, 10)));
}
