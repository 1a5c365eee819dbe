using Bot.Retrieval.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Analysis;

public sealed class EnglishStemmerTests
{
    [Fact]
    public void Every_word_of_the_reference_table_has_its_reference_stem()
    {
        var wrong = Porter2Vocabulary.Pairs
            .Where(pair => EnglishStemmer.Stem(pair.Word) != pair.Stem)
            .Select(pair => $"{pair.Word}: {EnglishStemmer.Stem(pair.Word)} instead of {pair.Stem}");

        Assert.Empty(wrong);
        Assert.True(Porter2Vocabulary.Pairs.Count() >= 300);
    }

    [Theory]
    [InlineData("skis", "ski")]
    [InlineData("dying", "die")]
    [InlineData("early", "earli")]
    [InlineData("news", "news")]
    [InlineData("generous", "generous")]
    [InlineData("communism", "communism")]
    [InlineData("exceed", "exceed")]
    public void Listed_exceptions_keep_their_own_stem(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Fact]
    public void Forms_of_one_word_meet_in_one_stem() =>
        Assert.Single(new[] { "regulate", "regulates", "regulated", "regulating", "regulation", "regulations" }.Select(EnglishStemmer.Stem).Distinct());

    [Fact]
    public void A_word_longer_than_any_real_one_is_stemmed_too() =>
        Assert.Equal(new string('b', 300) + "oad", EnglishStemmer.Stem(new string('b', 300) + "oading"));

    [Fact]
    public void A_word_that_is_its_own_stem_is_not_copied()
    {
        const string Word = "law";

        Assert.Same(Word, EnglishStemmer.Stem(Word));
    }

    [Fact]
    public void Stemming_in_place_gives_the_same_stem()
    {
        foreach (var (word, stem) in Porter2Vocabulary.Pairs)
        {
            var buffer = word.ToCharArray();
            Assert.Equal(stem, new string(buffer, 0, EnglishStemmer.Stem(buffer.AsSpan())));
        }
    }

    [Fact]
    public void Any_string_is_taken_and_no_stem_is_longer_than_its_word() =>
        Prop.ForAll((string? text) => text is null || EnglishStemmer.Stem(text).Length <= text.Length).QuickCheckThrowOnFailure();
}
