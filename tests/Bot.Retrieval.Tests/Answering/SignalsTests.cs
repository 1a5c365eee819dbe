using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Answering;

public sealed class SignalsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new();

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_question_that_is_all_there_has_full_shares()
    {
        var signals = await OfAsync("Where does the kiwi grow?");
        Assert.Equal((1, 0), (signals[Signal.Window], signals[Signal.MissingNames]));
        Assert.Equal(Math.Log(3), signals[Signal.LogPassages], 12);
    }

    [Fact]
    public async Task A_name_that_the_passage_lacks_is_missing()
    {
        Assert.True((await OfAsync("Where does the kiwi of Ruritania grow?"))[Signal.MissingNames] > 0.3);
        Assert.Equal(0, (await OfAsync("Where does the kiwi of ruritania grow?"))[Signal.MissingNames]);
    }

    [Fact]
    public async Task A_title_of_its_own_in_the_question_counts_whole_and_a_shared_one_hardly()
    {
        Assert.Equal(1, (await OfAsync("What does granite hold?"))[Signal.Title]);
        var shared = await OfAsync("Which kiwi grows?");
        Assert.Equal(shared[Signal.Window] / 2, shared[Signal.Title], 12);
    }

    [Fact]
    public async Task What_the_title_says_is_told_from_the_rest()
    {
        var signals = await OfAsync("Does granite hold diamonds?");
        Assert.InRange(signals[Signal.Untitled], 0.3, 0.8);
        Assert.True(signals[Signal.BesideTitle] < signals[Signal.Window]);
    }

    [Fact]
    public async Task A_best_sentence_without_the_kind_that_is_asked_for_is_noticed()
    {
        Assert.Equal(0, (await OfAsync("When does the plum tree blossom?"))[Signal.WrongKind]);
        Assert.Equal(1, (await OfAsync("When does granite hold quartz?"))[Signal.WrongKind]);
        Assert.Equal(0, (await OfAsync("Why does granite hold quartz?"))[Signal.WrongKind]);
    }

    [Fact]
    public async Task Nothing_found_has_no_signals()
    {
        await LoadAsync();
        Assert.Null(Signals.Of(await RetrieveAsync("zzz")));
        Assert.Null(Signals.Of(await RetrieveAsync("")));
    }

    private async Task<Signals> OfAsync(string question)
    {
        await LoadAsync();
        return Signals.Of(await RetrieveAsync(question)) ?? throw new InvalidOperationException("nothing found");
    }

    private Task<ReloadReport> LoadAsync() => _retrieval.LoadAsync(_folder.Write("passages.jsonl", """
        {"id": "kiwi", "title": "Fruit", "text": "The kiwi grows on vines."}
        {"id": "plum", "title": "Fruit", "text": "The plum tree blossoms in March."}
        {"id": "stone", "title": "Granite", "text": "It holds quartz and feldspar."}
        """));

    private Task<RetrievalResult> RetrieveAsync(string question) =>
        _retrieval.Retriever.RetrieveAsync(new Question(question), _retrieval.Live.Current, 10, CancellationToken.None);
}
