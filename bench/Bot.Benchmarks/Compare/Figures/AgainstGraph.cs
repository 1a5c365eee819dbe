using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>V5: search beside usearch's HNSW where that finds as many of the nearest as ours; V3 beside it too, for comparison.</summary>
internal sealed class AgainstGraph : IFigure
{
    private const string PeerName = "usearch HNSW";

    // What the peer may expand, from the library's own up.
    private static readonly int[] Expansions = [16, 24, 32, 48, 64, 80, 96, 128, 192, 256, 384, 512, 768, 1024, 2048, 4096];

    public IReadOnlyList<string> Numbers => ["V5"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (count, goal) in new[] { (context.Size.FewVectors, Goal.AtMostTimes(1)), (context.Size.Vectors, null) })
        {
            var set = context.Vectors(VectorShape.Clustered, count, 384);
            yield return await MeasureAsync(context, set, goal, cancellationToken);
        }
    }

    private static async Task<Row> MeasureAsync(BenchContext context, VectorSet set, Goal? goal, CancellationToken cancellationToken)
    {
        var row = new Row("V5", $"{set}", "search, CPU a question, at equal recall") { Goal = goal };
        using var folder = new TemporaryFolder();
        VectorFiles.Write(set, folder.Path);
        switch (await PeerProcess.StartAsync("usearch", [folder.Path, $"{set.Dimensions}"], cancellationToken))
        {
            case PeerStart.Running running:
                await using (running.Peer)
                {
                    return await AgainstAsync(context, set, row, running.Peer, cancellationToken);
                }

            case PeerStart.Missing missing:
                return Rows.Missing(row, PeerName, missing.Reason);
            case var other:
                throw new InvalidOperationException(other.ToString());
        }
    }

    private static async Task<Row> AgainstAsync(BenchContext context, VectorSet set, Row row, PeerProcess peer, CancellationToken cancellationToken)
    {
        var index = Engines.Vectors(set);
        var asked = set.Questions;
        var recall = set.Recall([.. asked.Select(question => Engines.Search(index, question).Select(found => found.Passage).ToArray())]);
        var build = await peer.AskAsync("build", cancellationToken);
        foreach (var expansion in Expansions)
        {
            var run = await peer.AskAsync($"search {expansion}", cancellationToken);
            if (run.Recall < recall && expansion != Expansions[^1])
            {
                continue;
            }
            context.Meter.WarmUp(asked.Length, Ours);
            var contest = await Contest.RunAsync(
                context.Size.Rounds,
                () => Task.FromResult(context.Meter.Batch(asked.Length, Ours)),
                async () => (await peer.AskAsync($"search {expansion}", cancellationToken)).ToSample());
            var compared = Rows.ByCpu(row, contest, 1, $"{PeerName}, expanding {expansion}");
            return compared with { Note = $"{compared.Note}; recall {Amount.Share(recall)} and {Amount.Share(run.Recall)}; its build took {Amount.Seconds(build.Cpu)} of CPU" };
        }
        throw new InvalidOperationException("There is always a last expansion.");

        void Ours(int i) => Engines.Search(index, asked[i % asked.Length]);
    }
}
