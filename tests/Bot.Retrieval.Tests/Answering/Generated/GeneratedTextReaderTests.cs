using Bot.Retrieval.Answering.Generated;

namespace Bot.Retrieval.Tests.Answering.Generated;

public sealed class GeneratedTextReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Sentences_and_their_quotes_are_read_however_the_stream_is_cut(int piece)
    {
        const string text = "The ferry leaves at nine. [1]\n> [1] Departure at 9:00.\n\n渡轮每天开。[2][3]\n> [2] “每天一班”\n> [3]: 每日\n";

        var read = Read(text, piece);

        Assert.Equal(["The ferry leaves at nine.", "渡轮每天开。"], read.Select(sentence => sentence.Text));
        Assert.Equal([2, 3], read[1].Numbers.ToArray());
        Assert.Equal([new GeneratedQuote(1, "Departure at 9:00.")], read[0].Quotes.ToArray());
        Assert.Equal([new GeneratedQuote(2, "每天一班"), new GeneratedQuote(3, "每日")], read[1].Quotes.ToArray());
    }

    [Theory]
    [InlineData("It is so [1].", "It is so.", "1")]
    [InlineData("- It is so.[1, 2]", "It is so.", "1,2")]
    [InlineData("1. 是这样【3】。", "是这样。", "3")]
    [InlineData("It was 1999 [1999].", "It was 1999 [1999].", "")]
    [InlineData("It is so [^4]", "It is so", "4")]
    public void Numbers_are_read_in_any_brackets(string line, string text, string numbers)
    {
        var sentence = Assert.Single(Read(line, 5));
        Assert.Equal(text, sentence.Text);
        Assert.Equal(numbers, string.Join(',', sentence.Numbers));
    }

    [Fact]
    public void A_sentence_without_a_number_shares_those_of_the_next_on_its_line()
    {
        var read = Read("It leaves at nine. It is white. [2]\nIt is old.", 9);
        Assert.Equal(["2", "2", ""], read.Select(sentence => string.Join(',', sentence.Numbers)));
    }

    [Fact]
    public void What_a_model_thinks_aloud_is_no_part_of_its_answer()
    {
        var read = Read("<think>Passage 1 says nine. [1]\nSo:</think>It leaves at nine. [1]", 4);
        Assert.Equal("It leaves at nine.", Assert.Single(read).Text);
    }

    [Fact]
    public void A_refusal_is_read_and_is_no_sentence()
    {
        var reader = new GeneratedTextReader();
        Assert.Empty(reader.Add("NOT_IN_PASSAGES"));
        Assert.Empty(reader.Complete(isCut: false));
        Assert.True(reader.IsRefusal);
    }

    [Fact]
    public void The_last_line_of_a_model_that_was_stopped_is_left_out()
    {
        var reader = new GeneratedTextReader();
        var read = reader.Add("It leaves at nine. [1]\n> [1] at 9:00\nIt costs 12");
        Assert.Equal("It leaves at nine.", Assert.Single(read).Text);
        Assert.Empty(reader.Complete(isCut: true));
    }

    private static List<GeneratedSentence> Read(string text, int piece)
    {
        var reader = new GeneratedTextReader();
        var read = new List<GeneratedSentence>();
        for (var i = 0; i < text.Length; i += piece)
        {
            read.AddRange(reader.Add(text.Substring(i, Math.Min(piece, text.Length - i))));
        }
        return [.. read, .. reader.Complete(isCut: false)];
    }
}
