using Bot.Retrieval.Tests.Builders;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Answering.Generated;

public sealed class HallucinationTests : IClassFixture<LoadedSeeds>
{
    private readonly CheckerBench _bench;
    private readonly Hallucinations _wrong;
    private readonly ITestOutputHelper _output;

    public HallucinationTests(LoadedSeeds seeds, ITestOutputHelper output)
    {
        var snapshot = seeds.Retrieval.Live.Current;
        _bench = new(snapshot, Enumerable.Range(0, snapshot.Passages.Length));
        _wrong = new(_bench, FaithfulSentences.All);
        _output = output;
    }

    [Fact]
    public void A_wrong_number_is_never_shown() => AssertNoneShown(_wrong.WrongNumbers(), atLeast: 150);

    [Fact]
    public void A_wrong_name_is_never_shown() => AssertNoneShown(_wrong.WrongNames(), atLeast: 500);

    [Fact]
    public void A_wrong_clause_is_never_shown() => AssertNoneShown(_wrong.WrongClauses(), atLeast: 25);

    [Fact]
    public void An_invented_quote_is_never_shown() => AssertNoneShown(_wrong.InventedQuotes(), atLeast: 200);

    [Fact]
    public void A_quote_stitched_from_two_places_is_never_shown() => AssertNoneShown(_wrong.StitchedQuotes(), atLeast: 120);

    [Fact]
    public void A_citation_of_the_wrong_passage_is_shown_in_no_more_than_two_of_a_hundred()
    {
        var all = _wrong.WrongPassages().ToList();
        var shown = Shown(all);
        Assert.InRange(all.Count, 200, int.MaxValue);
        Assert.InRange((double)shown.Count / all.Count, 0, 0.02);
    }

    private void AssertNoneShown(IEnumerable<Hallucination> wrong, int atLeast)
    {
        var all = wrong.ToList();
        var shown = Shown(all);
        Assert.InRange(all.Count, atLeast, int.MaxValue);
        Assert.Empty(shown);
    }

    private List<Hallucination> Shown(List<Hallucination> all)
    {
        var shown = all.FindAll(wrong => wrong.CheckedBy(_bench).IsKept);
        _output.WriteLine($"{all.Count} made, {shown.Count} shown");
        shown.ForEach(wrong => _output.WriteLine(wrong.ToString()));
        return shown;
    }
}
