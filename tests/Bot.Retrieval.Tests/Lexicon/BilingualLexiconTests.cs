using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Lexicon;

public sealed class BilingualLexiconTests
{
    private static readonly BilingualLexicon Shipped = TestLexicon.Shipped;

    [Theory]
    [InlineData("备份", "backup")]
    [InlineData("客户", "customer")]
    [InlineData("保存", "keep")]
    [InlineData("中国", "china")]
    [InlineData("图灵奖", "turing award")]
    [InlineData("开源", "open source")]
    [InlineData("斯坦福大学", "stanford university")]
    [InlineData("超级碗", "super bowl")]
    [InlineData("法案", "bill")]
    [InlineData("浙江省", "zhejiang")]
    public void A_Chinese_word_is_translated(string word, string english)
    {
        Assert.Contains(Shipped.Translate(word), translation => translation.Text == english);
    }

    [Theory]
    [InlineData("kept", "保存")]
    [InlineData("customers", "客户")]
    [InlineData("Super Bowl", "超级碗")]
    [InlineData("open-source", "开源")]
    [InlineData("University of Chicago", "芝加哥大学")]
    [InlineData("Schrödinger", "薛定谔")]
    [InlineData("defence", "防御")]
    [InlineData("defense", "防守")]
    [InlineData("colour", "颜色")]
    [InlineData("children", "孩子")]
    [InlineData("oldest", "老")]
    [InlineData("heaviest", "重")]
    [InlineData("southern", "南")]
    [InlineData("wrote", "写")]
    [InlineData("men", "男人")]
    [InlineData("bought", "购买")]
    [InlineData("California's", "加州")]
    [InlineData("WTO", "世界贸易组织")]
    public void An_English_word_or_phrase_is_translated_in_any_inflection(string english, string word)
    {
        Assert.Contains(Shipped.TranslateEnglish([.. EnglishWords.Split(english)]), translation => translation.Text == word);
    }

    [Fact]
    public void A_word_as_it_stands_counts_for_more_than_others_of_its_stem()
    {
        var translations = Shipped.TranslateEnglish("organization");
        var organ = translations.Single(translation => translation.Text == "器官");
        Assert.Equal("组织", translations[0].Text);
        Assert.True(organ.Weight < translations[0].Weight);
    }

    [Fact]
    public void Single_characters_weigh_less_than_words()
    {
        var translations = Shipped.TranslateEnglish("customer");
        var word = translations.Single(translation => translation.Text == "客户");
        var character = translations.Single(translation => translation.Text == "客");
        Assert.True(character.Weight < word.Weight);
        Assert.True(character.Traits.HasFlag(TranslationTraits.SingleCharacter));
    }

    [Fact]
    public void Archaic_words_weigh_less_than_plain_ones()
    {
        var translations = Shipped.TranslateEnglish("sun");
        var plain = translations.Single(translation => translation.Text == "太阳");
        Assert.All(
            translations.Where(translation => translation.Traits.HasFlag(TranslationTraits.Rare)),
            translation => Assert.True(translation.Weight < plain.Weight));
    }

    [Fact]
    public void A_variant_has_the_translations_of_the_word_that_it_is_a_variant_of()
    {
        var borrowed = Shipped.Translate("仓猝").Single(translation => translation.Text == "hurriedly");
        Assert.True(borrowed.Traits.HasFlag(TranslationTraits.Borrowed));
    }

    [Fact]
    public void Names_are_marked()
    {
        Assert.Contains(Shipped.Translate("习近平"), translation => translation is { Text: "xi jinping", Traits: TranslationTraits.Name });
    }

    [Fact]
    public void The_longest_phrase_is_found_first()
    {
        Assert.Equal(2, Shipped.LongestPhrase("super", "bowl", "game"));
        Assert.Equal(1, Shipped.LongestPhrase("customer", "xyzzy"));
        Assert.Equal(0, Shipped.LongestPhrase("xyzzy"));
        Assert.Equal(0, Shipped.LongestPhrase());
    }

    [Theory]
    [InlineData("研究生命起源", "研究 生命 起源")]
    [InlineData("加州的地理位置非常特殊", "加州 的 地理位置 非常 特殊")]
    [InlineData("用户的所有数据会被备份", "用户 的 所有 数据 会 被 备份")]
    [InlineData("第一开发者", "第一 开发者")]
    [InlineData("鿿鿿", "鿿 鿿")]
    public void Chinese_is_cut_into_words(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', Shipped.Segment(text).Select(span => span.In(text).ToString())));
    }

    [Fact]
    public void Segments_join_to_the_text()
    {
        Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text =>
        {
            text ??= "";
            var end = 0;
            foreach (var span in Shipped.Segment(text))
            {
                Assert.Equal(end, span.Start);
                Assert.False(span.IsEmpty);
                end = span.End;
            }
            Assert.Equal(text.Length, end);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_can_be_looked_up()
    {
        Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text =>
        {
            text ??= "";
            Assert.All(Shipped.Translate(text), translation => Assert.InRange(translation.Weight, double.Epsilon, 1));
            Assert.All(Shipped.TranslateEnglish([.. EnglishWords.Split(text)]), translation => Assert.InRange(translation.Weight, double.Epsilon, 1));
            _ = Shipped.PinyinOf(text);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("著名")]
    [InlineData("軟體")]
    [InlineData("程序")]
    [InlineData("什么")]
    [InlineData("資訊")]
    [InlineData("3D打印")]
    public void Words_are_folded_as_documents_are(string written)
    {
        Assert.True(Shipped.Contains(TextFolder.FoldToString(written)));
    }

    [Theory]
    [InlineData("学习", "xue xi")]
    [InlineData("重庆", "chong qing")]
    [InlineData("女", "nv")]
    [InlineData("x", "")]
    public void Words_are_read_in_pinyin(string word, string syllables)
    {
        Assert.Equal(syllables, string.Join(' ', Shipped.PinyinOf(word)));
    }

    [Fact]
    public void A_character_has_all_its_readings_the_commonest_first()
    {
        Assert.Equal(["zhong", "chong"], Shipped.ReadingsOf('重').ToArray());
        Assert.Empty(Shipped.ReadingsOf('x'));
    }

    [Fact]
    public void Words_that_start_a_text_are_listed_shortest_first()
    {
        Assert.Equal([1, 3, 5], Shipped.PrefixLengths("斯坦福大学的").ToArray());
    }

    [Fact]
    public void The_empty_dictionary_knows_nothing_and_fails_at_nothing()
    {
        var empty = BilingualLexicon.Empty;
        Assert.Equal(0, empty.Count);
        Assert.Empty(empty.Translate("客户"));
        Assert.Empty(empty.TranslateEnglish("customer"));
        Assert.Equal(0, empty.LongestPhrase("customer"));
        Assert.Equal(2, empty.Segment("客户").Length);
        Assert.Empty(empty.PinyinOf("客户"));
        Assert.Empty(new NameMatcher(empty).KeysOfLatinName("Fei-Fei Li"));
        Assert.Empty(new NameMatcher(empty).KeysOfHanName("李飞飞"));
    }

    [Fact]
    public void Many_threads_look_up_at_once()
    {
        Parallel.For(0, 200, i => Assert.NotEmpty(i % 2 == 0 ? Shipped.Translate("客户") : Shipped.TranslateEnglish("customer")));
    }
}
