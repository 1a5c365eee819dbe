using System.Collections.Concurrent;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class ReloadWhileAskingTests : IDisposable
{
    private const int Files = 40;
    private const int Reloads = 15;

    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new();
    private readonly ConcurrentDictionary<string, IndexSnapshot> _published = new();

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_question_during_reloads_is_answered_from_one_snapshot()
    {
        await ReloadAsync(0);
        var wrong = new ConcurrentQueue<string>();
        using var reloaded = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 2).Select(asker => Task.Run(async () =>
        {
            var asked = 0;
            while (!reloaded.IsCancellationRequested || asked == 0)
            {
                wrong.Enqueue(await AskAsync((asker + (asked++ * 7)) % Files) ?? "");
            }
            return asked;
        })).ToList();
        for (var generation = 1; generation <= Reloads; generation++)
        {
            var report = await ReloadAsync(generation);
            Assert.Equal((0, Files, 0), (report.Added.Length, report.Changed.Length, report.Removed.Length));
        }
        await reloaded.CancelAsync();
        Assert.All(await Task.WhenAll(asking), asked => Assert.NotEqual(0, asked));
        Assert.Empty(wrong.Where(problem => problem.Length > 0).Distinct());
    }

    // What is wrong with the answer; null where nothing is.
    private async Task<string?> AskAsync(int file)
    {
        var answer = await _retrieval.Answerer.AnswerAsync(new Question($"Which tide belongs to harbour H{file}x?"), CancellationToken.None);
        if (answer is not Answer.Grounded grounded)
        {
            return $"no answer: {answer}";
        }
        var snapshot = _published[grounded.Snapshot];
        return grounded.Citations.All(citation => ReferenceEquals(snapshot.Find(citation.Passage.Id), citation.Passage))
            ? null
            : "cites what its snapshot doesn't have";
    }

    private async Task<ReloadReport> ReloadAsync(int generation)
    {
        Write(generation);
        var built = Assert.IsType<BuildOutcome.Built>(await _retrieval.BuildAsync(_folder.Path));
        _published[built.Snapshot.Revision] = built.Snapshot;
        _retrieval.Live.Publish(built.Snapshot);
        return built.Report;
    }

    private void Write(int generation)
    {
        for (var file = 0; file < Files; file++)
        {
            _folder.Write($"{file}.txt", $"The harbour H{file}x belongs to tide {generation}. Ships wait there.");
        }
    }
}
