using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>V7: what the vectors take in memory, and how soon they can be searched.</summary>
internal sealed class VectorMemory : IFigure
{
    public IReadOnlyList<string> Numbers => ["V7"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var set = context.Vectors(VectorShape.Clustered, context.Size.Vectors, 384);
        var raw = set.Vectors.Length * (double)sizeof(float);
        var (_, used) = MemoryUse.Of(() => Engines.Vectors(set), raw);
        yield return new("V7", $"{set}", "memory of the vectors")
        {
            Gauge = Gauge.Memory,
            Ours = Amount.Bytes(used),
            PeerName = "the floats alone",
            Peer = Amount.Bytes(raw),
            Value = Amount.Times(used / raw),
            Goal = Goal.AtMostTimes(1.15),
        };
        VectorIndex? built = null;
        var contest = await Contest.RunAsync(context.Size.Rounds, () => context.Meter.Batch(1, _ => built = Engines.Vectors(set)));
        GC.KeepAlive(built);
        var ready = Amount.Seconds(contest.Median(0, sample => sample.Cpu));
        yield return new("V7", $"{set}", "CPU from floats to an index that can be searched")
        {
            Ours = ready,
            Value = ready,
            Goal = Goal.AtMostSeconds(0.5),
            Note = $"wall {Amount.Seconds(contest.Median(0, sample => sample.Wall))}",
        };
    }
}
