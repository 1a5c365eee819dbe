using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Tests.Lexicon;

public sealed class EnglishWordsTests
{
    [Theory]
    [InlineData("Fei-Fei Li's open-source model", "fei fei li open source model")]
    [InlineData("the U.S. Senate.", "the us senate")]
    [InlineData("don't stop", "dont stop")]
    [InlineData("Café Schrödinger, Łódź", "cafe schrodinger lodz")]
    [InlineData("It ends. Then", "it ends then")]
    [InlineData("中国 China", "china")]
    [InlineData("", "")]
    [InlineData("'s \uD800 '", "s")]
    public void Words_are_cut_without_case_accents_hyphens_and_possessives(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', EnglishWords.Split(text)));
    }

    [Theory]
    [InlineData("kept", "keep")]
    [InlineData("wrote", "write")]
    [InlineData("children", "child")]
    [InlineData("men", "man")]
    [InlineData("bought", "buy")]
    [InlineData("left", "leave")]
    [InlineData("criteria", "criterion")]
    [InlineData("worst", "bad")]
    public void Irregular_forms_lead_to_their_lemma(string form, string lemma)
    {
        Assert.Contains(lemma, IrregularForms.LemmasOf(form));
    }

    [Fact]
    public void Regular_words_have_no_irregular_lemma()
    {
        Assert.Empty(IrregularForms.LemmasOf("walked"));
    }
}
