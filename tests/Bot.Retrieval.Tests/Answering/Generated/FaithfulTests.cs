using Bot.Retrieval.Tests.Builders;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Answering.Generated;

public sealed class FaithfulTests(LoadedSeeds seeds, ITestOutputHelper output) : IClassFixture<LoadedSeeds>
{
    [Fact]
    public void What_the_quoted_words_say_is_shown()
    {
        var snapshot = seeds.Retrieval.Live.Current;
        var bench = new CheckerBench(snapshot, Enumerable.Range(0, snapshot.Passages.Length));
        var cut = FaithfulSentences.All.Select(sentence => bench.Check(sentence.Text, bench.NumberOf(sentence.Quote), sentence.Quote)).Where(verdict => !verdict.IsKept).ToList();
        cut.ForEach(verdict => output.WriteLine(verdict.ToString()));
        Assert.Empty(cut);
    }
}
