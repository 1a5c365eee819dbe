using System.Text;
using Bot.Retrieval.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Documents;

public sealed class TextCleanerTests
{
    private const int Runs = 300;

    // Text that cleaning has something to do in, mixed with anything else.
    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Elements(
                "國(guó)", "（dé）", "(", ")", "（", "）", "guó", "gu\u0301o", "o\u0301", "\r\n", "\r", "\n", "\u2028", "\u0085", "\u200B", "\uFEFF", "\u00AD",
                "\u202E", "\uD800", "\uDC00", "😀", "e\u0301", "\u0301", "\u1100\u1161", "\uF900", "\u212B", "\u0958", "\u0344", "a", "法", "\t", "\0", "\uFFFE", "𠀀", "\uFE0F"),
            ArbMap.Default.GeneratorFor<char>().Select(character => character.ToString()))
        .ListOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Theory]
    [InlineData("美國(guó)加州", "美國加州")]
    [InlineData("美國（guó）加州", "美國加州")]
    [InlineData("對(duì)、項(xiàng)、針(zhēn)", "對、項、針")]
    [InlineData("1亿(yì)元", "1亿元")]
    [InlineData("東亞(yà)", "東亞")]
    [InlineData("女(nǚ)士、法律(lǜ)、侵略(lüè)", "女士、法律、侵略")]
    [InlineData("女(nu\u0308\u030C)士", "女士")]
    [InlineData("美國(guo\u0301)加州", "美國加州")]
    [InlineData("朋友(péng yǒu)們", "朋友們")]
    [InlineData("重庆(Chóngqìng)人", "重庆人")]
    [InlineData("西安(Xī'ān)城", "西安城")]
    [InlineData("行(xíng/háng)", "行")]
    [InlineData("國(\u200Bguó)家", "國家")]
    [InlineData("國(ɡuó)家", "國家")]
    [InlineData("國(guó)(guó)家", "國家")]
    [InlineData("在那兒(nàr)", "在那兒")]
    [InlineData("𠀀(hē)", "𠀀")]
    public void Scraped_in_pinyin_is_removed(string raw, string cleaned) => Assert.Equal(cleaned, TextCleaner.Clean(raw).Text);

    [Theory]
    [InlineData("第22603(a)(3)(4)條")]
    [InlineData("奧維云網(AVC)推總數據")]
    [InlineData("22604（a）（b）规定")]
    [InlineData("张三（a）")]
    [InlineData("的(de)")]
    [InlineData("簡歷(résumé)")]
    [InlineData("咖啡館(café)")]
    [InlineData("貝利(Pelé)")]
    [InlineData("約翰(José)")]
    [InlineData("國 (guó)")]
    [InlineData("guó(guó)")]
    [InlineData("國(guó")]
    [InlineData("國()")]
    [InlineData("國(guó是)")]
    [InlineData("國(guózz)家(é!)")]
    [InlineData("元(¥)和(½)")]
    public void Other_parentheses_stay(string raw) => Assert.Equal(raw, TextCleaner.Clean(raw).Text);

    [Theory]
    [InlineData("a\r\nb\rc\u2028d\u0085e\u2029f\fg\vh", "a\nb\nc\nd\ne\nf\ng\nh")]
    [InlineData("\uFEFFa\u200Bb\u200Dc\u2060d\u00ADe", "abcde")]
    [InlineData("a\u202Eb\u2066c\u200Fd\u061Ce", "abcde")]
    [InlineData("a\0b\u0007c\u001Bd\u009Fe\tf", "abcde\tf")]
    [InlineData("cafe\u0301 \u1112\u1161\u11ab", "café 한")]
    [InlineData("😀 שלום ￾", "😀 שלום ")]
    public void One_form_of_each_character_is_left(string raw, string cleaned) => Assert.Equal(cleaned, TextCleaner.Clean(raw).Text);

    // Attributes can't hold lone surrogates, so this is no theory.
    [Fact]
    public void Lone_surrogates_are_replaced() => Assert.Equal("a\uFFFDb\uFFFDc😀", TextCleaner.Clean("a\uD800b\uDC00c😀").Text);

    [Fact]
    public void Lines_are_counted_as_editors_count_them()
    {
        var cleaned = TextCleaner.Clean("一\r\n二(èr)\r三\u2028四\n\n五");
        Assert.Equal("一\n二\n三\n四\n\n五", cleaned.Text);
        Assert.Equal([1, 2, 3, 3, 5], "一二三四五".Select(character => cleaned.Source.LineAt(cleaned.Text.IndexOf(character))));
    }

    [Fact]
    public void A_title_is_cleaned_onto_one_line() => Assert.Equal("美國 法案", TextCleaner.CleanLine(" 美國(guó)\r\n\t法案\u200B "));

    [Fact]
    public void Each_character_leads_back_to_what_it_came_from_and_never_backwards() =>
        Prop.ForAll(Texts, raw =>
        {
            var cleaned = TextCleaner.Clean(raw);
            var previous = 0;
            for (var i = 0; i < cleaned.Text.Length; i++)
            {
                var origin = cleaned.Source.RawOffsetAt(i);
                Assert.InRange(origin, previous, raw.Length - 1);
                Assert.True(Produces(raw, origin, cleaned.Text[i]), $"{(int)cleaned.Text[i]:X4} at {i} does not come from {origin}.");
                previous = origin;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    [Fact]
    public void Cleaning_twice_changes_nothing() =>
        Prop.ForAll(Texts, raw =>
        {
            var once = TextCleaner.Clean(raw).Text;
            Assert.Equal(once, TextCleaner.Clean(once).Text);
            Assert.True(once.IsNormalized(NormalizationForm.FormC));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    [Fact]
    public void The_lines_of_a_text_stay_its_lines() =>
        Prop.ForAll(Texts, raw =>
        {
            var cleaned = TextCleaner.Clean(raw);
            for (var i = 0; i < cleaned.Text.Length; i++)
            {
                var before = raw[..cleaned.Source.RawOffsetAt(i)].Replace("\r\n", "\n", StringComparison.Ordinal);
                // An offset between \r and \n still stands on the line that they end.
                Assert.Equal(before.Count(character => character is '\n' or '\r') + 1, cleaned.Source.LineAt(i));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    [Fact]
    public void A_flood_of_marks_is_cut() => Assert.InRange(TextCleaner.Clean("e" + new string('\u0323', 100_000)).Text.Length, 1, 64);

    // Straight, as a line end, or as part of a character that normalising put together or took apart.
    private static bool Produces(string raw, int origin, char cleaned)
    {
        if (raw[origin] == cleaned || (cleaned == '\n' && raw[origin] is '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029'))
        {
            return true;
        }
        if (cleaned == '\uFFFD')
        {
            return char.IsSurrogate(raw[origin]);
        }
        var start = Math.Max(0, origin - 40);
        var around = new string([.. raw[start..Math.Min(raw.Length, origin + 40)].Where(character => !char.IsSurrogate(character) && character is not ('\uFFFE' or '\uFFFF'))]);
        return char.IsSurrogate(cleaned) || around.Normalize(NormalizationForm.FormC).Contains(cleaned)
            || TextCleaner.Clean(raw[start..Math.Min(raw.Length, origin + 40)]).Text.Contains(cleaned);
    }
}
