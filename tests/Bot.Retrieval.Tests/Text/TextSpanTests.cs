using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Text;

public sealed class TextSpanTests
{
    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(10, int.MaxValue)]
    public void A_span_that_no_text_can_have_is_refused(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, length));

    [Fact]
    public void The_longest_span_ends_at_the_last_place_there_is() => Assert.Equal(int.MaxValue, new TextSpan(10, int.MaxValue - 10).End);
}
