using Bot.Retrieval.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Text;

public sealed class SentenceSplitterPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(100);

    [Fact]
    public void Sentences_come_in_order_without_overlap() =>
        Check((text, sentences) => sentences.Zip(sentences.Skip(1)).All(pair => pair.First.End <= pair.Second.Start));

    [Fact]
    public void Sentences_are_visible_from_their_first_character_to_their_last() =>
        Check((text, sentences) => sentences.All(sentence =>
            !sentence.IsEmpty && !char.IsWhiteSpace(text[sentence.Start]) && !char.IsWhiteSpace(text[sentence.End - 1])));

    [Fact]
    public void Every_visible_character_stands_in_a_sentence() =>
        Check((text, sentences) =>
        {
            var outside = text.ToCharArray();
            foreach (var sentence in sentences)
            {
                Array.Fill(outside, ' ', sentence.Start, sentence.Length);
            }
            return outside.All(char.IsWhiteSpace);
        });

    [Fact]
    public void No_sentence_is_longer_than_the_limit() =>
        Check((text, sentences) => sentences.All(sentence => DisplayWidth.Of(sentence.In(text)) <= LongSentences.Limit + 1));

    [Fact]
    public void A_blank_line_stands_in_no_sentence() =>
        Check((text, sentences) => sentences.All(sentence => !sentence.In(text).Contains("\n\n", StringComparison.Ordinal)));

    [Fact]
    public void A_part_of_a_text_splits_as_if_it_were_alone() =>
        Prop.ForAll(TextSamples.Arbitrary, TextSamples.Arbitrary, (before, text) =>
                SentenceSplitter.Split(before + text + before, new(before.Length, text.Length))
                    .Select(sentence => sentence.Start - before.Length)
                    .SequenceEqual(SentenceSplitter.Split(text, new(0, text.Length)).Select(sentence => sentence.Start)))
            .Check(Thorough);

    // A text that makes every step look ahead; with anything but linear time this would not end.
    [Theory]
    [InlineData("(")]
    [InlineData("“。")]
    [InlineData("a. ")]
    [InlineData("（一）；")]
    [InlineData("1.\n")]
    [InlineData("the developer of a covered model, and\n")]
    [InlineData("。“")]
    [InlineData(".")]
    [InlineData("*")]
    [InlineData("法")]
    [InlineData("\n\n")]
    public void Long_texts_take_no_longer_than_their_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));

        var sentences = SentenceSplitter.Split(text, new(0, text.Length));

        Assert.All(sentences.Skip(sentences.Length - 1), sentence => Assert.False(sentence.IsEmpty));
    }

    private static void Check(Func<string, IReadOnlyList<TextSpan>, bool> holds) =>
        Prop.ForAll(TextSamples.Arbitrary, text => holds(text, SentenceSplitter.Split(text, new(0, text.Length)))).Check(Thorough);
}
