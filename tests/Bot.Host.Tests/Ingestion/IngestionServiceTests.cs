using Bot.Host.CommandLine;
using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Ingestion;

/// <summary>Alone, because the exit code belongs to the process.</summary>
[Collection(nameof(ProcessExitCode))]
public sealed class IngestionServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();
    private readonly IndexRefresher _refresher;

    public IngestionServiceTests()
    {
        _folder.CreateFolder("seeds");
        var seeds = new SeedsLocation(new BotHome(_folder.Path, _folder.Path), Options.Create(new SeedsSettings()));
        _refresher = new(_retrieval, new LiveIndex(), seeds, new SnapshotKeeper(new FakeSnapshots()), NullLogger<IndexRefresher>.Instance);
    }

    public void Dispose()
    {
        Environment.ExitCode = 0;
        _refresher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_worker_that_cannot_load_its_documents_fails_the_process()
    {
        _retrieval.Build = (_, _, _) => Task.FromResult<BuildOutcome>(new BuildOutcome.Failed("The disk is full."));
        using var service = new IngestionService(_refresher, NullLogger<IngestionService>.Instance);

        await service.StartAsync(CancellationToken.None);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => service.ExecuteTask!);
        Assert.Equal("The disk is full.", failure.Message);
        Assert.Equal(1, Environment.ExitCode);
    }

    [Fact]
    public async Task A_worker_loads_its_documents_by_itself()
    {
        using var service = new IngestionService(_refresher, NullLogger<IngestionService>.Instance);

        await service.StartAsync(CancellationToken.None);

        await service.ExecuteTask!;
        Assert.Equal(0, Environment.ExitCode);
    }

    [Fact]
    public async Task A_background_service_that_fails_ends_what_is_being_served_with_exit_code_1()
    {
        using var input = new SilentReader();

        var run = await CommandLineRun.RunAsync(_folder, [], reader: input, replace: services =>
        {
            _retrieval.Register(services);
            services.AddSingleton<IHostedService>(new FailingService(input.Waiting));
        });

        Assert.Equal((int)ExitCode.Failed, run.ExitCode);
    }

    /// <summary>Somebody who says nothing.</summary>
    private sealed class SilentReader : TextReader
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waiting => _waiting.Task;

        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            _waiting.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return null;
        }
    }

    private sealed class FailingService(Task signal) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await signal;
            Environment.ExitCode = 1;
            throw new InvalidOperationException("The connection is gone for good.");
        }
    }
}
