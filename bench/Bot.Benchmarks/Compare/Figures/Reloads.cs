using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Retrieval.Indexing;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>R1: a reload where nothing changed, or one file did, beside a full build.</summary>
internal sealed class Reloads : IFigure
{
    // A full build is long enough to be measured by a few.
    private const int Rounds = 3;

    public IReadOnlyList<string> Numbers => ["R1"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await context.FilesAsync(context.Size.Files, cancellationToken);
        var contest = await RunAsync(context, files, Rounds, cancellationToken);
        var size = $"{files.Files:N0} files, {files.Live.Current.Passages.Length:N0} passages";
        yield return Seconds(new("R1", size, "reload, nothing changed") { Goal = Goal.AtMostSeconds(0.3) }, contest, 0);
        yield return Seconds(new("R1", size, "reload, one file changed") { Goal = Goal.AtMostSeconds(0.5) }, contest, 1);
        yield return new("R1", size, "reload, one file changed, beside a full build")
        {
            Ours = Amount.Seconds(contest.Median(1, sample => sample.Cpu)),
            PeerName = "a full build",
            Peer = Amount.Seconds(contest.Median(2, sample => sample.Cpu)),
            Value = Amount.Times(contest.Ratio(1, 2, sample => sample.Cpu)),
            Goal = Goal.AtMostTimes(0.02),
            Note = $"wall {Amount.Seconds(contest.Median(1, sample => sample.Wall))} and {Amount.Seconds(contest.Median(2, sample => sample.Wall))}",
        };
    }

    /// <summary>Reloads with nothing changed (0) and with one file changed (1), and builds anew (2).</summary>
    public static Task<Contest<Sample>> RunAsync(BenchContext context, IndexedFiles files, int rounds, CancellationToken cancellationToken)
    {
        var edition = 0;
        return Contest.RunAsync(
            rounds,
            () => MeasuredAsync(() => files.Live.Current),
            () =>
            {
                edition++;
                files.Change(edition % files.Files, edition);
                return MeasuredAsync(() => files.Live.Current);
            },
            () => MeasuredAsync(() => IndexSnapshot.Empty));

        // What the last build left is not this one's to collect.
        Task<Sample> MeasuredAsync(Func<IndexSnapshot> previous)
        {
            GC.Collect();
            return context.Meter.EachAsync(1, _ => files.ReloadAsync(previous(), cancellationToken));
        }
    }

    private static Row Seconds(Row row, Contest<Sample> contest, int contestant)
    {
        var cpu = Amount.Seconds(contest.Median(contestant, sample => sample.Cpu));
        return row with { Ours = cpu, Value = cpu, Note = $"CPU; wall {Amount.Seconds(contest.Median(contestant, sample => sample.Wall))}" };
    }
}
