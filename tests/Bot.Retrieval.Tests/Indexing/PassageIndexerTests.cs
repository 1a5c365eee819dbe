using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class PassageIndexerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualResetEventSlim _indexing = new();
    private readonly TaskCompletionSource _failing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        _indexing.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_build_whose_embedding_fails_ends_only_when_nothing_of_it_runs_any_more()
    {
        _folder.Write("a.txt", "The kiwi grows on vines.");
        var embeddings = new FakeEmbeddings { Vector = _ => Fail() };
        using var retrieval = new TestRetrieval(services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embeddings));
        using var held = new ManualResetEventSlim();
        var progress = new Progress(report =>
        {
            if (report.Stage == ReloadStage.Indexing)
            {
                _indexing.Set();
                held.Wait();
            }
        });
        var building = Task.Run(() => retrieval.Builder.BuildAsync(IndexSnapshot.Empty, [_folder.Path], progress, CancellationToken.None));
        await _failing.Task;
        Assert.False(building.IsCompleted);
        held.Set();
        Assert.Contains("couldn't be embedded", Assert.IsType<BuildOutcome.Failed>(await building).Reason, StringComparison.Ordinal);
    }

    private float[] Fail()
    {
        _indexing.Wait();
        _failing.SetResult();
        throw new InvalidOperationException("no such model");
    }

    private sealed class Progress(Action<ReloadProgress> told) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value) => told(value);
    }
}
