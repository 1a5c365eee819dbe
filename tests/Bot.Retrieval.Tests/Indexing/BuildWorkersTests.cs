using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class BuildWorkersTests
{
    [Fact]
    public async Task What_a_build_awaits_and_starts_stays_on_its_threads()
    {
        using var workers = new BuildWorkers(1);
        var names = await workers.RunAsync(
            async () =>
            {
                var before = Thread.CurrentThread.Name;
                await Task.Yield();
                return (before, Thread.CurrentThread.Name, await BuildWorkers.Start(() => Thread.CurrentThread.Name, CancellationToken.None));
            },
            CancellationToken.None);
        Assert.Equal(("index build", "index build", "index build"), names);
    }

    [Fact]
    public async Task Loops_of_a_build_use_its_threads_only()
    {
        using var workers = new BuildWorkers(2);
        var names = new System.Collections.Concurrent.ConcurrentBag<string?>();
        await workers.RunAsync(
            async () =>
            {
                await Parallel.ForEachAsync(Enumerable.Range(0, 100), BuildWorkers.LoopOptions(CancellationToken.None), (_, _) =>
                {
                    names.Add(Thread.CurrentThread.Name);
                    return ValueTask.CompletedTask;
                });
                return true;
            },
            CancellationToken.None);
        Assert.Equal("index build", Assert.Single(names.Distinct()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Loops_beside_and_inside_each_other_end_however_few_the_threads_are(int threads)
    {
        using var workers = new BuildWorkers(threads);
        var sums = await workers.RunAsync(
            () => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BuildWorkers.Start(Sum, CancellationToken.None))), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(sums, sum => Assert.Equal(10_000, sum));

        static int Sum()
        {
            var sum = 0;
            var options = BuildWorkers.LoopOptions(CancellationToken.None);
            options.MaxDegreeOfParallelism = 4;
            Parallel.For(0, 100, options, _ => Parallel.For(0, 100, options, _ => Interlocked.Increment(ref sum)));
            return sum;
        }
    }

    [Fact]
    public async Task Outside_of_a_build_work_goes_to_the_pool() =>
        Assert.True(await BuildWorkers.Start(() => Thread.CurrentThread.IsThreadPoolThread, CancellationToken.None));

    [Fact]
    public void A_core_is_left_to_questions_once_there_is_an_index()
    {
        var live = new LiveIndex();
        using var first = BuildWorkers.Beside(live);
        live.Publish(new IndexSnapshot());
        using var later = BuildWorkers.Beside(live);
        Assert.Equal((Environment.ProcessorCount, Math.Max(1, Environment.ProcessorCount - 1)), (first.MaximumConcurrencyLevel, later.MaximumConcurrencyLevel));
    }

    [Fact]
    public async Task What_a_failed_build_left_behind_still_ends()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<bool>? behind = null;
        using (var workers = new BuildWorkers(1))
        {
            await workers.RunAsync(
                () =>
                {
                    behind = GoOnAsync();
                    return Task.FromResult(true);
                },
                CancellationToken.None);
        }
        left.SetResult();
        Assert.True(await behind!);

        async Task<bool> GoOnAsync()
        {
            await left.Task;
            return true;
        }
    }
}
