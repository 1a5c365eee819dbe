using Bot.Retrieval.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Text;

public sealed class TextFolderTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(100);

    [Theory]
    [InlineData("ＳＢ－１０４７", "sb-1047")]
    [InlineData("22603（ｂ）", "22603(b)")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("①㈠½", "1(一)1⁄2")]
    [InlineData("a\u3000b", "a b")]
    [InlineData("ABC Ünïcode", "abc ünïcode")]
    [InlineData("e\u0301E\u0301", "éé")]
    [InlineData("\u2F92\uF90A", "见金")]
    [InlineData("𝐀𝟏", "a1")]
    public void Width_case_and_compatibility_forms_are_folded(string text, string folded) => Assert.Equal(folded, TextFolder.FoldToString(text));

    [Theory]
    [InlineData("第二十二條規定開發者須報告", "第二十二条规定开发者须报告")]
    [InlineData("軟體", "软件")]
    [InlineData("軟體", "软体")]
    [InlineData("什麼", "什么")]
    [InlineData("怎麼辦", "怎么办")]
    [InlineData("檔案", "档案")]
    [InlineData("檔案", "文件")]
    [InlineData("程式", "程序")]
    [InlineData("資料夾", "文件夹")]
    [InlineData("奈及利亞", "尼日利亚")]
    [InlineData("尼日", "尼日尔")]
    [InlineData("厄瓜多", "厄瓜多尔")]
    [InlineData("強制執行", "强制执行")]
    [InlineData("著作權", "著作权")]
    [InlineData("臺灣", "台湾")]
    [InlineData("台灣", "台湾")]
    [InlineData("皇后在公里之後", "皇后在公里之后")]
    [InlineData("裏面", "裡面")]
    [InlineData("蘋果", "苹果")]
    public void Words_in_either_script_and_wording_meet(string one, string other) =>
        Assert.Equal(TextFolder.FoldToString(one), TextFolder.FoldToString(other));

    [Theory]
    [InlineData("「法」，『令』。“一”……《二》、")]
    public void Chinese_quotes_and_stops_stay_what_they_are(string text) =>
        Assert.Equal(text.Replace('，', ','), TextFolder.FoldToString(text));

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE00")]
    [InlineData("\uD83D\u0301")]
    [InlineData("a\uDE00\uD83Db")]
    public void Lone_surrogates_become_replacement_characters(string text)
    {
        var folded = TextFolder.FoldToString(text);

        Assert.Contains('\uFFFD', folded);
        Assert.DoesNotContain(folded, char.IsSurrogate);
    }

    [Fact]
    public void Emoji_are_kept() => Assert.Equal("😀 ok", TextFolder.FoldToString("😀 OK"));

    [Theory]
    [InlineData("這個軟體很好", "软件", "軟體")]
    [InlineData("見 22603（ｂ）條", "22603(b)", "22603（ｂ）")]
    [InlineData("the ﬁne", "fi", "ﬁ")]
    [InlineData("the ﬁne", "f", "ﬁ")]
    [InlineData("the ﬁne", "ine", "ﬁne")]
    [InlineData("cafe\u0301 bar", "café", "cafe\u0301")]
    [InlineData("去奈及利亞了", "尼日利亚", "奈及利亞")]
    [InlineData("去厄瓜多了", "厄瓜多尔", "厄瓜多")]
    public void A_match_in_the_folded_text_leads_back_to_the_words_it_came_from(string text, string match, string source)
    {
        var folded = TextFolder.Fold(text);

        var span = folded.ToSource(new(folded.Text.IndexOf(match, StringComparison.Ordinal), match.Length));

        Assert.Equal(source, span.In(text));
    }

    [Fact]
    public void Origins_ascend_within_the_source_and_end_with_its_length() =>
        Prop.ForAll(TextSamples.Arbitrary, text =>
        {
            var folded = TextFolder.Fold(text);
            return folded.Origins.Length == folded.Text.Length + 1
                && folded.Origins[^1] == text.Length
                && folded.Origins.Zip(folded.Origins.Skip(1)).All(pair => pair.First <= pair.Second)
                && folded.Origins.SkipLast(1).All(origin => origin >= 0 && origin < text.Length);
        }).Check(Thorough);

    [Fact]
    public void Every_part_of_a_folded_text_leads_back_into_the_source() =>
        Prop.ForAll(TextSamples.Arbitrary, text =>
        {
            var folded = TextFolder.Fold(text);
            return Enumerable.Range(0, folded.Text.Length).All(start =>
                folded.ToSource(new(start, 1)) is { IsEmpty: false } one
                && one.End <= text.Length
                && folded.ToSource(TextSpan.FromBounds(start, folded.Text.Length)).End == text.Length);
        }).Check(Thorough);

    [Fact]
    public void The_whole_folded_text_leads_back_to_the_whole_source() =>
        Prop.ForAll(TextSamples.Arbitrary, text =>
        {
            var folded = TextFolder.Fold(text);
            return folded.ToSource(new(0, folded.Text.Length)) == new TextSpan(0, text.Length);
        }).Check(Thorough);

    [Fact]
    public void What_the_table_folds_to_is_folded_to_itself()
    {
        using var stream = typeof(TextFolder).Assembly.GetManifestResourceStream("Bot.Retrieval.Text.Data.folding-table.txt")!;
        using var reader = new StreamReader(stream);
        var targets = reader.ReadToEnd().Split('\n').Where(line => line.Contains('\t')).Select(line => line.Split('\t')[1]);

        Assert.DoesNotContain(targets, target => TextFolder.FoldToString(target) != target && target.All(Characters.IsHan));
    }
}
