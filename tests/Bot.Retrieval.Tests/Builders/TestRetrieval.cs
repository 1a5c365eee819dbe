using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>Everything from documents to answers, as the host puts it together.</summary>
internal sealed class TestRetrieval : IDisposable
{
    private readonly ServiceProvider _services;

    public TestRetrieval(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Logger));
        configure?.Invoke(services);
        _services = services.AddRetrieval().BuildServiceProvider();
    }

    public RecordingLogger Logger { get; } = new();

    public LiveIndex Live => _services.GetRequiredService<LiveIndex>();

    public IIndexBuilder Builder => _services.GetRequiredService<IIndexBuilder>();

    public IEvaluator Evaluator => _services.GetRequiredService<IEvaluator>();

    public IAnswerer Answerer => _services.GetRequiredService<IAnswerer>();

    public IRetriever Retriever => _services.GetRequiredService<IRetriever>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<BuildOutcome> BuildAsync(params string[] sources) => Builder.BuildAsync(Live.Current, sources, null, CancellationToken.None);

    /// <summary>Builds and publishes.</summary>
    public async Task<ReloadReport> LoadAsync(params string[] sources)
    {
        var built = Assert.IsType<BuildOutcome.Built>(await BuildAsync(sources));
        Live.Publish(built.Snapshot);
        return built.Report;
    }

    /// <param name="question">What is asked.</param>
    /// <param name="earlier">What was asked before, oldest first.</param>
    public Task<Answer> AskAsync(string question, params string[] earlier) =>
        Answerer.AnswerAsync(new Question(question) { Earlier = [.. earlier] }, CancellationToken.None);

    /// <summary>What the answer to a question is made from.</summary>
    public Task<RetrievalResult> RetrieveAsync(Question question) => _services.GetRequiredService<ExtractiveAnswerer>().RetrieveAsync(
        question, _services.GetRequiredService<FollowUps>().Standalone(question), Live.Current, CancellationToken.None);

    public void Dispose() => _services.Dispose();
}
