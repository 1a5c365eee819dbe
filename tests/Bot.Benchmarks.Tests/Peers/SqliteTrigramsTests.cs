using Bot.Benchmarks.Peers;

namespace Bot.Benchmarks.Tests.Peers;

public sealed class SqliteTrigramsTests
{
    [Theory]
    [InlineData("What is the fee of a permit?", "\"fee\" OR \"permit\"")]
    [InlineData("合同解除？", "\"合同解\" OR \"同解除\"")]
    [InlineData("is it?", "\"---\"")]
    public void It_is_asked_for_any_of_a_questions_words(string question, string query) =>
        Assert.Equal(query, SqliteTrigrams.QueryOf(question));
}
