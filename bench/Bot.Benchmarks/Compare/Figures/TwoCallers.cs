using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>V6: what two who ask at once get, beside one.</summary>
internal sealed class TwoCallers : IFigure
{
    public IReadOnlyList<string> Numbers => ["V6"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var set = context.Vectors(VectorShape.Clustered, context.Size.Vectors, 384);
        var index = Engines.Vectors(set);
        var operations = VectorRounds.Operations(set, exact: true);
        context.Meter.WarmUp(operations, Ask);
        var contest = await Contest.RunAsync(context.Size.Rounds, () => Callers(2), () => Callers(1));
        var gain = Amount.Times(2 / contest.Ratio(0, 1, sample => sample.Wall));
        yield return new("V6", $"{set}", "questions a second of two callers, beside one caller's")
        {
            Gauge = Gauge.Wall,
            Ours = Amount.PerSecond(2 / contest.Median(0, sample => sample.Wall)),
            PeerName = "one caller",
            Peer = Amount.PerSecond(1 / contest.Median(1, sample => sample.Wall)),
            Value = gain,
            Goal = Goal.AtLeastTimes(1.8),
            Note = $"CPU a question {Amount.Seconds(contest.Median(0, sample => sample.Cpu) / 2)} and {Amount.Seconds(contest.Median(1, sample => sample.Cpu))}",
        };

        void Ask(int i) => Engines.Search(index, set.Questions[i % set.Questions.Length]);

        // A sample of one operation is one question of each caller.
        Sample Callers(int callers)
        {
            var whole = context.Meter.Batch(1, _ =>
            {
                var threads = Enumerable.Range(0, callers).Select(_ => new Thread(() =>
                {
                    for (var i = 0; i < operations; i++)
                    {
                        Ask(i);
                    }
                })).ToList();
                threads.ForEach(thread => thread.Start());
                threads.ForEach(thread => thread.Join());
            });
            return whole with { Cpu = whole.Cpu / operations, Wall = whole.Wall / operations };
        }
    }
}
