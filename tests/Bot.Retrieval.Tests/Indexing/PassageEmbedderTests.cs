using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class PassageEmbedderTests : IDisposable
{
    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();

    public PassageEmbedderTests()
    {
        _documents.Write("one.txt", "OpenAI wrote a letter.");
        _documents.Write("two.txt", "用户的资料会被备份。");
    }

    public void Dispose()
    {
        _documents.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Only_passages_that_changed_are_embedded_again()
    {
        using var embeddings = new FakeEmbeddings();
        using var retrieval = With(embeddings);
        await retrieval.LoadAsync(_documents.Path);
        embeddings.Texts.Clear();
        _documents.Write("two.txt", "用户的资料不会被备份。");

        var report = await retrieval.LoadAsync(_documents.Path);

        Assert.Equal((1, 1), (report.EmbeddingsMade, report.EmbeddingsReused));
        Assert.Contains("不会", Assert.Single(embeddings.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_start_takes_embeddings_from_disk()
    {
        using var embeddings = new FakeEmbeddings();
        using (var first = With(embeddings))
        {
            Assert.Equal(2, (await first.LoadAsync(_documents.Path)).EmbeddingsMade);
        }
        using var second = With(embeddings);
        var report = await second.LoadAsync(_documents.Path);
        Assert.Equal((0, 2), (report.EmbeddingsMade, report.EmbeddingsReused));
    }

    [Fact]
    public async Task Another_model_makes_its_own()
    {
        using var embeddings = new FakeEmbeddings("one");
        using (var first = With(embeddings))
        {
            await first.LoadAsync(_documents.Path);
        }
        using var others = new FakeEmbeddings("two") { Vector = _ => [1, 2] };
        using var second = With(others);
        Assert.Equal(2, (await second.LoadAsync(_documents.Path)).EmbeddingsMade);
    }

    [Fact]
    public async Task Local_embeddings_are_not_kept_on_disk()
    {
        using var retrieval = new TestRetrieval(services => services.Configure<IndexOptions>(options => options.DataDirectory = _data.Path));
        await retrieval.LoadAsync(_documents.Path);
        Assert.Empty(Directory.GetFileSystemEntries(_data.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task However_many_are_asked_for_at_once_each_passage_gets_its_own(int batch)
    {
        using var embeddings = new FakeEmbeddings { Vector = text => text.Contains("OpenAI", StringComparison.Ordinal) ? [1, 0] : [0, 1] };
        using var retrieval = With(embeddings, batch);
        await retrieval.LoadAsync(_documents.Path);
        var snapshot = retrieval.Live.Current;
        Assert.Equal([1f, 0f], snapshot.Vectors[snapshot.PassageNumbers[snapshot.Passages.Single(passage => passage.Document.Id.Value == "one.txt").Id]].ToArray());
    }

    [Fact]
    public async Task Too_few_vectors_fail_the_build_with_a_reason()
    {
        using var embeddings = new FakeEmbeddings { Missing = 1 };
        await AssertFailsAsync(embeddings, "gave 1 vectors for 2 texts");
    }

    [Fact]
    public async Task Vectors_of_different_lengths_fail_the_build_with_a_reason()
    {
        using var embeddings = new FakeEmbeddings { Vector = text => text.Contains("OpenAI", StringComparison.Ordinal) ? [1, 0] : [1, 0, 0] };
        await AssertFailsAsync(embeddings, "of 2 and of 3 dimensions");
    }

    [Fact]
    public async Task Values_that_are_no_numbers_fail_the_build_with_a_reason()
    {
        using var embeddings = new FakeEmbeddings { Vector = _ => [float.NaN, 1] };
        await AssertFailsAsync(embeddings, "isn't a finite number");
    }

    [Fact]
    public async Task A_service_that_is_down_fails_the_build_with_a_reason()
    {
        using var embeddings = new FakeEmbeddings { Vector = _ => throw new HttpRequestException("503, try later") };
        await AssertFailsAsync(embeddings, "503, try later");
    }

    [Fact]
    public async Task Vectors_that_could_not_be_used_are_not_remembered()
    {
        using var embeddings = new FakeEmbeddings { Vector = _ => [float.NaN, 1] };
        using (var first = With(embeddings))
        {
            Assert.IsType<BuildOutcome.Failed>(await first.BuildAsync(_documents.Path));
        }
        embeddings.Vector = _ => [1, 1];
        using var second = With(embeddings);
        Assert.Equal(2, (await second.LoadAsync(_documents.Path)).EmbeddingsMade);
    }

    private async Task AssertFailsAsync(FakeEmbeddings embeddings, string reason)
    {
        using var retrieval = With(embeddings);
        var old = retrieval.Live.Current;
        var failed = Assert.IsType<BuildOutcome.Failed>(await retrieval.BuildAsync(_documents.Path));
        Assert.Contains(reason, failed.Reason, StringComparison.Ordinal);
        Assert.Same(old, retrieval.Live.Current);
    }

    private TestRetrieval With(FakeEmbeddings embeddings, int batch = 64) => new(services => services
        .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embeddings)
        .Configure<IndexOptions>(options => (options.DataDirectory, options.EmbeddingBatch) = (_data.Path, batch)));
}
