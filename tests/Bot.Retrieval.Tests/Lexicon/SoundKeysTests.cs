using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Tests.Lexicon;

public sealed class SoundKeysTests
{
    [Theory]
    [InlineData("polonia", "波洛尼亚")]
    [InlineData("jared", "贾里德")]
    [InlineData("allen", "艾伦")]
    [InlineData("bruno", "布鲁诺")]
    [InlineData("mars", "马尔斯")]
    [InlineData("coleman", "科尔曼")]
    [InlineData("washington", "华盛顿")]
    [InlineData("howard", "霍华德")]
    [InlineData("johnson", "约翰逊")]
    [InlineData("scott", "斯科特")]
    [InlineData("victor", "维克托")]
    [InlineData("schwarz", "施瓦茨")]
    public void A_name_and_its_transliteration_share_a_key(string latin, string han)
    {
        Assert.NotEmpty(SoundKeys.OfLatin(latin).Intersect(SoundKeys.OfHan(han, TestLexicon.Shipped.Pinyin)));
    }

    [Theory]
    [InlineData("polonia", "贾里德")]
    [InlineData("allen", "马尔斯")]
    public void Names_that_sound_different_share_none(string latin, string han)
    {
        Assert.Empty(SoundKeys.OfLatin(latin).Intersect(SoundKeys.OfHan(han, TestLexicon.Shipped.Pinyin)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lee")]
    [InlineData("a")]
    public void What_has_fewer_than_two_consonants_has_no_key(string latin) => Assert.Empty(SoundKeys.OfLatin(latin));

    [Theory]
    [InlineData("religion", "religi")]
    [InlineData("defend", "defens")]
    [InlineData("write", "wrote")]
    [InlineData("conquer", "conqueror")]
    public void Relatives_of_a_word_are_among_those_guessed(string word, string stem)
    {
        Assert.Contains(stem, WordRelatives.StemsOf(word));
        Assert.DoesNotContain(Bot.Retrieval.Analysis.EnglishStemmer.Stem(word), WordRelatives.StemsOf(word));
    }
}
