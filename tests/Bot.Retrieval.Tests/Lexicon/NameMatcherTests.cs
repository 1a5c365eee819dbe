using Bot.Retrieval.Lexicon;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Lexicon;

public sealed class NameMatcherTests
{
    private static readonly NameMatcher Names = new(TestLexicon.Shipped);

    [Theory]
    [InlineData("Fei-Fei Li", "李飞飞")]
    [InlineData("Li Feifei", "李飞飞")]
    [InlineData("LI Fei-fei", "李飞飞")]
    [InlineData("Feifei Li", "李飞飞")]
    [InlineData("Li Fei Fei", "李飞飞")]
    [InlineData("Fei Fei Li", "李飞飞")]
    [InlineData("LiFeifei", "李飞飞")]
    [InlineData("lifeifei", "李飞飞")]
    [InlineData("Li, Feifei", "李飞飞")]
    [InlineData("Lee Fei-Fei", "李飞飞")]
    [InlineData("Xi Jinping", "习近平")]
    [InlineData("Jinping Xi", "习近平")]
    [InlineData("XI JINPING", "习近平")]
    [InlineData("Yao Ming", "姚明")]
    [InlineData("Ming Yao", "姚明")]
    [InlineData("Ouyang Xiu", "欧阳修")]
    [InlineData("Zhuge Liang", "诸葛亮")]
    [InlineData("Sima Qian", "司马迁")]
    [InlineData("Lü Bu", "吕布")]
    [InlineData("Lu Bu", "吕布")]
    [InlineData("Zeng Guofan", "曾国藩")]
    [InlineData("Chan Fong On", null)]
    public void A_romanised_name_has_a_key_of_its_Han_name(string latin, string? han)
    {
        if (han is null)
        {
            Assert.Empty(Names.KeysOfLatinName(latin));
            return;
        }
        Assert.NotEmpty(Names.KeysOfLatinName(latin).Intersect(Names.KeysOfHanName(han)));
    }

    [Theory]
    [InlineData("Andrew Ng")]
    [InlineData("Scott Wiener")]
    [InlineData("California")]
    [InlineData("Yann LeCun")]
    [InlineData("")]
    [InlineData("one two three four five")]
    public void What_is_not_pinyin_has_no_key(string words)
    {
        Assert.Empty(Names.KeysOfLatinName(words));
    }

    [Theory]
    [InlineData("的人民")]
    [InlineData("李")]
    [InlineData("李飞飞飞飞")]
    [InlineData("abc")]
    [InlineData("")]
    public void Han_text_that_cannot_be_a_name_has_no_key(string han)
    {
        Assert.Empty(Names.KeysOfHanName(han));
    }

    [Fact]
    public void Two_names_of_one_surname_differ()
    {
        Assert.Empty(Names.KeysOfHanName("李飞飞").Intersect(Names.KeysOfHanName("李小龙")));
    }

    [Fact]
    public void Names_are_found_in_running_text()
    {
        var english = Names.FindLatinNames("What did Fei-Fei Li say of the bill?").Where(name => name.Keys.Contains("li feifei")).ToList();
        var han = Names.FindHanNames("教母李飞飞也表达了看法").Where(name => name.Keys.Contains("li feifei")).ToList();
        Assert.Equal((9, 10), (Assert.Single(english).Span.Start, english[0].Span.Length));
        Assert.Equal((2, 3), (Assert.Single(han).Span.Start, han[0].Span.Length));
    }

    [Fact]
    public void Names_are_found_in_a_question_without_capitals()
    {
        Assert.Contains(Names.FindLatinNames("who is li feifei"), name => name.Keys.Contains("li feifei"));
    }

    [Fact]
    public void Any_text_can_be_searched_for_names()
    {
        Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text =>
        {
            text ??= "";
            Assert.All(Names.FindLatinNames(text), name => Assert.True(name.Span.End <= text.Length));
            Assert.All(Names.FindHanNames(text), name => Assert.True(name.Span.End <= text.Length));
        }).QuickCheckThrowOnFailure();
    }
}
