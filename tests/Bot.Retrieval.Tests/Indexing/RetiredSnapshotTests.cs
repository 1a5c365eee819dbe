using System.Runtime.CompilerServices;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class RetiredSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new();

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_reload_replaced_is_let_go_of(bool anew)
    {
        _folder.Write("a.txt", "The kiwi grows on vines. 资料备份七年。");
        _folder.Write("b.txt", "The plum grows on trees.");
        var retired = await AskAndReplaceAsync(anew);
        for (var i = 0; i < 3 && retired.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(retired.IsAlive);
    }

    [Fact]
    public async Task The_memory_of_what_was_replaced_as_a_whole_is_given_back_once_its_last_questions_are_answered()
    {
        var clock = new ManualTimeProvider();
        using var retrieval = new TestRetrieval(services => services.AddSingleton<TimeProvider>(clock));
        _folder.Write("a.txt", "The kiwi grows on vines.");
        await retrieval.LoadAsync(_folder.Path);
        var replaced = retrieval.Live.Current;
        var anew = Assert.IsType<BuildOutcome.Built>(await retrieval.Builder.BuildAsync(IndexSnapshot.Empty, [_folder.Path], null, CancellationToken.None)).Snapshot;
        retrieval.Builder.Settle(anew, replaced);
        var before = GC.GetGCMemoryInfo(GCKind.Background).Index;
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(SpinWait.SpinUntil(() => GC.GetGCMemoryInfo(GCKind.Background).Index > before, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_snapshot_that_goes_on_in_the_next_one_shares_its_words()
    {
        _folder.Write("a.txt", "The kiwi grows on vines.");
        await _retrieval.LoadAsync(_folder.Path);
        var first = _retrieval.Live.Current;
        _folder.Write("b.txt", "The plum grows on trees.");
        await _retrieval.LoadAsync(_folder.Path);
        Assert.True(_retrieval.Live.Current.SharesWordsWith(first));
        var anew = Assert.IsType<BuildOutcome.Built>(await _retrieval.Builder.BuildAsync(IndexSnapshot.Empty, [_folder.Path], null, CancellationToken.None)).Snapshot;
        Assert.False(anew.SharesWordsWith(first));
    }

    // Of its own, so that no local keeps what is to be let go of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> AskAndReplaceAsync(bool anew)
    {
        await _retrieval.LoadAsync(_folder.Path);
        var retired = new WeakReference(_retrieval.Live.Current);
        // In both languages, so that all that is remembered of an index is made.
        foreach (var question in (string[])["Where does the kiwi grow?", "李子长在哪里？", "What does section 22603(b) say?"])
        {
            await _retrieval.RetrieveAsync(new Question(question));
            await _retrieval.AskAsync(question);
        }
        _folder.Write("b.txt", "The plum grows on tall trees.");
        var outcome = await _retrieval.Builder.BuildAsync(anew ? IndexSnapshot.Empty : _retrieval.Live.Current, [_folder.Path], null, CancellationToken.None);
        _retrieval.Live.Publish(Assert.IsType<BuildOutcome.Built>(outcome).Snapshot);
        return retired;
    }
}
