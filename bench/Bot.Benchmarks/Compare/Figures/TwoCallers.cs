using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>V6: what two who ask at once get, beside one.</summary>
internal sealed class TwoCallers : IFigure
{
    private const int Longer = 20;

    public IReadOnlyList<string> Numbers => ["V6"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sum = 0.0;
        var set = context.Vectors(VectorShape.Clustered, context.Size.Vectors, 384);
        var index = Engines.Vectors(set);
        // So many that it doesn't matter when the second thread gets its processor.
        var operations = Longer * VectorRounds.Operations(set, exact: true);
        context.Meter.WarmUp(operations / Longer, Ask);
        var contest = await Contest.RunAsync(context.Size.Rounds, () => Callers(2, Ask), () => Callers(1, Ask), () => Callers(2, Calculate), () => Callers(1, Calculate));
        var gain = Amount.Times(2 / contest.Ratio(0, 1, sample => sample.Wall));
        yield return new("V6", $"{set}", "questions a second of two callers, beside one caller's")
        {
            Gauge = Gauge.Wall,
            Ours = Amount.PerSecond(2 / contest.Median(0, sample => sample.Wall)),
            PeerName = "one caller",
            Peer = Amount.PerSecond(1 / contest.Median(1, sample => sample.Wall)),
            Value = gain,
            Goal = Goal.AtLeastTimes(1.8),
            Note = $"CPU a question {Amount.Seconds(contest.Median(0, sample => sample.Cpu) / 2)} and {Amount.Seconds(contest.Median(1, sample => sample.Cpu))}; "
                + $"two threads that only calculate: {Amount.Times(2 / contest.Ratio(2, 3, sample => sample.Wall))}",
        };

        void Ask(int i) => Engines.Search(index, set.Questions[i % set.Questions.Length]);

        // About as long as a question, and in no need of memory.
        void Calculate(int number)
        {
            var value = (double)number;
            for (var i = 0; i < 20_000; i++)
            {
                value = Math.FusedMultiplyAdd(value, 0.5, i);
            }
            Volatile.Write(ref sum, value);
        }

        // A sample of one operation is one question of each caller.
        Sample Callers(int callers, Action<int> ask)
        {
            var whole = context.Meter.Batch(1, _ =>
            {
                var threads = Enumerable.Range(0, callers).Select(_ => new Thread(() =>
                {
                    for (var i = 0; i < operations; i++)
                    {
                        ask(i);
                    }
                })).ToList();
                threads.ForEach(thread => thread.Start());
                threads.ForEach(thread => thread.Join());
            });
            return whole with { Cpu = whole.Cpu / operations, Wall = whole.Wall / operations };
        }
    }
}
