using Bot.Host.CommandLine;
using Bot.Host.Ingestion;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Tests.Ingestion;

/// <summary>Alone, because the exit code belongs to the process.</summary>
[Collection(nameof(ProcessExitCode))]
public sealed class IngestionServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();

    public IngestionServiceTests() => _folder.CreateFolder("seeds");

    public void Dispose()
    {
        Environment.ExitCode = 0;
        _folder.Dispose();
    }

    [Fact]
    public async Task A_worker_that_cannot_load_its_documents_fails_the_process()
    {
        _retrieval.Build = (_, _, _) => Task.FromResult<BuildOutcome>(new BuildOutcome.Failed("The disk is full."));

        var run = await CommandLineRun.RunAsync(_folder, [], replace: services =>
        {
            _retrieval.Register(services);
            services.AddIngestionAtStart();
        });

        Assert.Equal((int)ExitCode.Failed, run.ExitCode);
        Assert.Equal(1, Environment.ExitCode);
    }

    [Fact]
    public async Task A_worker_loads_its_documents_by_itself()
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var build = _retrieval.Build;
        _retrieval.Build = (sources, progress, token) =>
        {
            loaded.TrySetResult();
            return build(sources, progress, token);
        };

        var run = await CommandLineRun.RunAsync(_folder, [], replace: services =>
        {
            _retrieval.Register(services);
            services.AddIngestionAtStart();
        });

        await loaded.Task;
        Assert.Equal(0, run.ExitCode);
    }
}

[CollectionDefinition(nameof(ProcessExitCode), DisableParallelization = true)]
public sealed class ProcessExitCode;
