using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>R2: how soon questions are answered while all files are indexed anew, and whether each is answered from one snapshot.</summary>
internal sealed class QuestionsDuringReload : IFigure
{
    private const int Rounds = 3;

    public IReadOnlyList<string> Numbers => ["R2"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await context.FilesAsync(context.Size.Files, cancellationToken);
        var asker = new Asker(context, files);
        await asker.IdleAsync(cancellationToken);
        var before = MemoryUse.Live();
        asker.Forget();
        var contest = await Contest.RunAsync(Rounds, () => asker.DuringReloadAsync(cancellationToken), () => asker.IdleAsync(cancellationToken));
        var size = $"{files.Live.Current.Passages.Length:N0} passages";
        yield return new("R2", size, "99 % of questions during a full reload, wall time")
        {
            Gauge = Gauge.Wall,
            Ours = Amount.Seconds(contest.Median(0, sample => sample.HighWall)),
            PeerName = "idle",
            Peer = Amount.Seconds(contest.Median(1, sample => sample.HighWall)),
            Value = Amount.Times(contest.Ratio(0, 1, sample => sample.HighWall)),
            Goal = Goal.AtMostTimes(1.5),
            Note = $"median {Amount.Seconds(contest.Median(0, sample => sample.MedianWall))} and {Amount.Seconds(contest.Median(1, sample => sample.MedianWall))}",
        };
        var right = Amount.Share(asker.Right / (double)asker.Asked);
        yield return new("R2", size, "questions during a reload answered from one snapshot") { Gauge = Gauge.Count, Ours = right, Value = right, Goal = Goal.AtLeastShare(1), Note = $"of {asker.Asked:N0}" };
        yield return new("R2", size, "highest memory during a reload")
        {
            Gauge = Gauge.Memory,
            Ours = Amount.Bytes(asker.HighestMemory),
            PeerName = "before",
            Peer = Amount.Bytes(before),
            Value = Amount.Times(asker.HighestMemory / (double)before),
            Goal = Goal.AtMostTimes(2.2),
            Note = "resident, with garbage that wasn't collected yet",
        };
    }

    /// <summary>Asks one question after the other.</summary>
    private sealed class Asker(BenchContext context, IndexedFiles files)
    {
        private readonly IRetriever _retriever = files.Get<IRetriever>();
        private readonly Question[] _questions = [.. files.Questions.Select(text => new Question(text))];

        public int Asked { get; private set; }

        /// <summary>How many didn't fail, and had passages of one snapshot alone.</summary>
        public int Right { get; private set; }

        public long HighestMemory { get; private set; }

        public void Forget() => (Asked, Right, HighestMemory) = (0, 0, 0);

        public Task<Sample> IdleAsync(CancellationToken cancellationToken) => context.Meter.EachAsync(_questions.Length, i => AskAsync(i, cancellationToken));

        public async Task<Sample> DuringReloadAsync(CancellationToken cancellationToken)
        {
            var reload = Task.Run(() => files.ReloadAsync(IndexSnapshot.Empty, cancellationToken), cancellationToken);
            var walls = new List<double>();
            while (!reload.IsCompleted)
            {
                // Without the meter: it stops all threads, to count what they allocate.
                var started = context.Clock.GetTimestamp();
                await AskAsync(walls.Count, cancellationToken);
                walls.Add(context.Clock.GetElapsedTime(started).TotalSeconds);
                HighestMemory = Math.Max(HighestMemory, MemoryUse.OfProcess(Environment.ProcessId));
            }
            await reload;
            return new() { Cpu = 0, Wall = walls.Average(), MedianWall = Statistics.Median(walls), HighWall = Statistics.Quantile(walls, 0.99) };
        }

        private async Task AskAsync(int number, CancellationToken cancellationToken)
        {
            Asked++;
            var snapshot = files.Live.Current;
            try
            {
                var result = await _retriever.RetrieveAsync(_questions[number % _questions.Length], snapshot, Engines.Limit, cancellationToken);
                Right += ReferenceEquals(result.Snapshot, snapshot) && result.Passages.All(found => snapshot.Passages[found.Number].Id == found.Passage.Id) ? 1 : 0;
            }
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"A question failed: {ex.Message}");
            }
        }
    }
}
