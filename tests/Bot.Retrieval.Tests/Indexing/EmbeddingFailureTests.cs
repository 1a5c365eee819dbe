using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class EmbeddingFailureTests : IDisposable
{
    private const string Question = "客户资料要备份多少年？";

    private readonly TemporaryFolder _data = new();
    private readonly FakeEmbeddings _embeddings = new();

    public void Dispose()
    {
        _data.Dispose();
        _embeddings.Dispose();
    }

    [Fact]
    public async Task A_question_whose_vector_fails_is_answered_by_its_words_and_logged_in_one_line()
    {
        using var retrieval = With(localWhileDown: false);
        await retrieval.LoadAsync(LoadedSeeds.Folder);
        _embeddings.Vector = _ => throw new HttpRequestException("refused");

        var answer = Assert.IsType<Answer.Grounded>(await retrieval.AskAsync(Question));

        Assert.Contains(answer.Citations, citation => citation.Quote.Contains("7年", StringComparison.Ordinal));
        Assert.Contains("by its words alone", Assert.Single(retrieval.Logger.Lines, line => line.Level == LogLevel.Warning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_whose_vector_has_other_dimensions_is_answered_by_its_words()
    {
        using var retrieval = With(localWhileDown: false);
        await retrieval.LoadAsync(LoadedSeeds.Folder);
        _embeddings.Vector = _ => [1, 2, 3, 4, 5];

        Assert.IsType<Answer.Grounded>(await retrieval.AskAsync(Question));
    }

    [Fact]
    public async Task An_endpoint_that_is_down_at_a_reload_leaves_the_old_index()
    {
        using var retrieval = With(localWhileDown: false);
        await retrieval.LoadAsync(LoadedSeeds.Folder);
        var before = retrieval.Live.Current;
        _embeddings.Vector = _ => throw new HttpRequestException("refused");
        using var more = new TemporaryFolder();
        more.Write("new.txt", "Something new stands here.");

        var failed = Assert.IsType<BuildOutcome.Failed>(await retrieval.BuildAsync(LoadedSeeds.Folder, more.Path));

        Assert.Contains("embedding settings", failed.Reason, StringComparison.Ordinal);
        Assert.Same(before, retrieval.Live.Current);
    }

    [Fact]
    public async Task By_setting_the_local_vectors_serve_meanwhile_for_all_passages()
    {
        using var retrieval = With(localWhileDown: true);
        await retrieval.LoadAsync(LoadedSeeds.Folder);
        _embeddings.Vector = _ => throw new HttpRequestException("refused");
        using var more = new TemporaryFolder();
        more.Write("new.txt", "Something new stands here.");

        var report = await retrieval.LoadAsync(LoadedSeeds.Folder, more.Path);

        var vectors = retrieval.Live.Current.Vectors;
        Assert.Equal((LocalEmbeddingGenerator.Name, report.Passages), (vectors.Model, vectors.Count));
        Assert.IsType<Answer.Grounded>(await retrieval.AskAsync(Question));

        _embeddings.Vector = text => [1, text.Length, 2];
        var back = await retrieval.LoadAsync(LoadedSeeds.Folder, more.Path);
        // The seeds' own are still on disk; only the new one is made.
        Assert.Equal(("fake-1", 1), (retrieval.Live.Current.Vectors.Model, back.EmbeddingsMade));
    }

    [Fact]
    public async Task What_was_embedded_before_a_failure_is_not_embedded_again()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 10; i++)
        {
            folder.Write($"{i}.txt", $"Document number {i} says something.");
        }
        using var retrieval = With(localWhileDown: false, batch: 2);
        var good = _embeddings.Vector;
        _embeddings.Vector = text => text.Contains("number 7", StringComparison.Ordinal) ? throw new HttpRequestException("refused") : good(text);
        Assert.IsType<BuildOutcome.Failed>(await retrieval.BuildAsync(folder.Path));
        _embeddings.Vector = good;

        var report = await retrieval.LoadAsync(folder.Path);

        Assert.Equal((4, 6), (report.EmbeddingsMade, report.EmbeddingsReused));
    }

    [Fact]
    public async Task While_a_new_model_is_embedding_the_old_index_answers_by_words_and_no_vectors_are_mixed()
    {
        using var old = With(localWhileDown: false);
        await old.LoadAsync(LoadedSeeds.Folder);
        using var other = new FakeEmbeddings("other-model") { Vector = text => [text.Length, 1, 0] };
        using var retrieval = With(localWhileDown: false, other: other);
        retrieval.Live.Publish(old.Live.Current);

        Assert.IsType<Answer.Grounded>(await retrieval.AskAsync(Question));
        Assert.Empty(other.Texts);

        var progress = new List<ReloadProgress>();
        var built = Assert.IsType<BuildOutcome.Built>(await retrieval.Builder.BuildAsync(
            retrieval.Live.Current, [LoadedSeeds.Folder], new Recorder(progress), CancellationToken.None));
        Assert.Equal("other-model", built.Snapshot.Vectors.Model);
        Assert.Equal(built.Report.Passages, built.Report.EmbeddingsMade);
        Assert.Contains(progress, step => step.Stage == ReloadStage.Embedding && step.Done == built.Report.Passages);
    }

    private TestRetrieval With(bool localWhileDown, int batch = 64, FakeEmbeddings? other = null) => new(services =>
    {
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(other ?? _embeddings);
        services.Configure<IndexOptions>(options => (options.DataDirectory, options.LocalWhileDown, options.EmbeddingBatch) = (_data.Path, localWhileDown, batch));
    });

    private sealed class Recorder(List<ReloadProgress> steps) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value)
        {
            lock (steps)
            {
                steps.Add(value);
            }
        }
    }
}
