using Bot.Retrieval.Answering;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Answering;

public sealed class QuoteSpanTests
{
    [Theory]
    [InlineData("法案很严厉。并且针对开源模型。", "并且", "法案很严厉。并且针对开源模型。")]
    [InlineData("法案很嚴厲。並且針對開源模型。", "並且", "法案很嚴厲。並且針對開源模型。")]
    [InlineData("应该监管应用。例如，电机是一种技术。", "电机", "应该监管应用。例如，电机是一种技术。")]
    [InlineData("Andrew Ng wrote an essay. He says the bill is vague.", "vague", "Andrew Ng wrote an essay. He says the bill is vague.")]
    [InlineData("The model must stop. However, this is hard.", "hard", "The model must stop. However, this is hard.")]
    public void A_sentence_that_goes_on_from_the_one_before_brings_it(string text, string inside, string quote) => Assert.Equal(quote, Around(text, inside));

    [Theory]
    [InlineData("法案很严厉。开源模型很多。", "开源", "开源模型很多。")]
    [InlineData("The bill passed. Henry disagrees.", "Henry", "Henry disagrees.")]
    [InlineData("The bill passed. Itemized costs follow.", "costs", "Itemized costs follow.")]
    [InlineData("The bill passed.\nHe disagrees.", "disagrees", "He disagrees.")]
    public void A_sentence_that_stands_by_itself_is_quoted_alone(string text, string inside, string quote) => Assert.Equal(quote, Around(text, inside));

    [Theory]
    [InlineData("应提交下列资料：\n（一）身份；\n（二）账号。\n另有规定的除外。", "下列", "应提交下列资料：\n（一）身份；\n（二）账号。")]
    [InlineData("The report lists:\n- the model;\n- the date.\nNothing else counts.", "lists", "The report lists:\n- the model;\n- the date.")]
    public void A_colon_brings_what_it_announces(string text, string inside, string quote) => Assert.Equal(quote, Around(text, inside));

    [Fact]
    public void Never_more_than_three_sentences() =>
        Assert.Equal("但是乙。但是丙。但是丁。", Around("甲在这里。但是乙。但是丙。但是丁。", "丁"));

    [Fact]
    public void Every_quote_of_the_seeds_is_whole_sentences_of_its_passage()
    {
        var text = File.ReadAllText(Path.Combine(LoadedSeeds.Folder, "002_b2b2a75042cfee9b.txt"));
        var passage = PassageOf(text);
        for (var i = 0; i < passage.Sentences.Length; i++)
        {
            var span = QuoteSpan.Around(passage, i);
            Assert.True(span.Contains(passage.Sentences[i]));
            Assert.Contains(passage.Sentences, sentence => sentence.Start == span.Start);
            Assert.Contains(passage.Sentences, sentence => sentence.End == span.End);
        }
    }

    private static string Around(string text, string inside)
    {
        var passage = PassageOf(text);
        var sentence = passage.Sentences.ToList().FindIndex(span => span.Contains(text.IndexOf(inside, StringComparison.Ordinal)));
        return QuoteSpan.Around(passage, sentence).In(text).ToString();
    }

    private static Passage PassageOf(string text) =>
        TestDocument.Record("1", "t", text) with { Sentences = [.. SentenceSplitter.Split(text, new(0, text.Length))] };
}
