using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Tests.Synthetic;

public sealed class CorpusTests
{
    private static readonly DocumentMaker Maker = Corpus.Maker();

    [Fact]
    public void The_same_number_gives_the_same_document() =>
        Assert.Equal(Maker.Make(7).ToMarkdown(), Corpus.Maker().Make(7).ToMarkdown());

    [Fact]
    public void Half_of_the_documents_are_Chinese()
    {
        Assert.DoesNotContain(Maker.Make(2).ToMarkdown(), IsHan);
        Assert.Contains(Maker.Make(3).ToMarkdown(), IsHan);
    }

    [Fact]
    public void A_few_words_are_much_more_frequent_than_all_others()
    {
        var words = Enumerable.Range(0, 20).SelectMany(i => Maker.Make(i * 2).Sections).SelectMany(section => section.Text.ToLowerInvariant().Split(' ')).ToList();
        var counts = words.CountBy(word => word).OrderByDescending(count => count.Value).ToList();
        Assert.InRange(counts.Take(20).Sum(count => count.Value) / (double)words.Count, 0.15, 0.6);
        Assert.True(counts.Count > words.Count / 5);
    }

    [Fact]
    public void Files_can_be_found_by_the_documents_names()
    {
        using var folder = new TemporaryFolder();
        Corpus.WriteFiles(folder.Path, 3);
        Assert.Equal(Maker.Make(2).ToMarkdown(), File.ReadAllText(folder.PathOf(Maker.Make(2).FileName)));
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
