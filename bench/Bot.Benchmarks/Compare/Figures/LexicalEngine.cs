using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>L1, L3 and L4: search by words, indexing and memory beside Lucene 8.</summary>
internal sealed class LexicalEngine : IFigure
{
    private const string Lucene = "Lucene 8";

    public IReadOnlyList<string> Numbers => ["L1", "L3", "L4"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var corpus = context.Corpus(context.Size.Passages);
        var size = $"{corpus.Passages.Length:N0} passages";
        var (index, used) = MemoryUse.Of(() => Engines.Words(corpus.Passages), corpus.Passages.Length * Engines.BytesAPassage);
        var questions = Engines.TermsOf(corpus);
        using var folder = new TemporaryFolder();
        PassageFiles.Write(corpus, questions, folder.Path);
        var start = await PeerProcess.StartAsync("lucene", [folder.Path], cancellationToken);
        if (start is PeerStart.Running running)
        {
            await using var peer = running.Peer;
            await foreach (var row in LexicalSearches.AgainstLuceneAsync(context, "L1", size, index, questions, peer, (Median: 1, High: 1.5), cancellationToken))
            {
                yield return row;
            }
            await foreach (var row in IndexingAsync(context, corpus, size, used, peer, cancellationToken))
            {
                yield return row;
            }
        }
        else if (start is PeerStart.Missing missing)
        {
            yield return Rows.Missing(LexicalSearches.Median("L1", size, 1), Lucene, missing.Reason);
            yield return Rows.Missing(LexicalSearches.High("L1", size, 1.5), Lucene, missing.Reason);
            yield return Rows.Missing(Indexing(size), Lucene, missing.Reason);
            yield return Rows.Missing(Memory(size), Lucene, missing.Reason) with { Ours = Amount.Bytes(used) };
        }
    }

    private static Row Indexing(string size) => new("L3", size, "indexed, texts a second of CPU") { Goal = Goal.AtLeastTimes(3) };

    private static Row Memory(string size) => new("L4", size, "the index in memory, beside the peer's files") { Gauge = Gauge.Memory, Goal = Goal.AtMostTimes(4) };

    private static async IAsyncEnumerable<Row> IndexingAsync(
        BenchContext context, Corpus corpus, string size, double used, PeerProcess peer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = 0.0;
        var contest = await Contest.RunAsync(
            context.Size.Rounds,
            () => Task.FromResult(Ours()),
            async () =>
            {
                var run = await peer.AskAsync("index", cancellationToken);
                bytes = run.Bytes;
                return run.ToSample();
            });
        yield return Indexing(size) with
        {
            Ours = Amount.PerSecond(1 / contest.Median(0, sample => sample.Cpu)),
            PeerName = Lucene,
            Peer = Amount.PerSecond(1 / contest.Median(1, sample => sample.Cpu)),
            Value = Amount.Times(contest.Ratio(1, 0, sample => sample.Cpu)),
            Note = $"a second of wall time {Amount.PerSecond(1 / contest.Median(0, sample => sample.Wall))} and {Amount.PerSecond(1 / contest.Median(1, sample => sample.Wall))}",
        };
        yield return Memory(size) with { Ours = Amount.Bytes(used), PeerName = Lucene, Peer = Amount.Bytes(bytes), Value = Amount.Times(used / bytes) };

        Sample Ours()
        {
            var whole = context.Meter.Batch(1, _ => GC.KeepAlive(Engines.Words(corpus.Passages)));
            return whole with { Cpu = whole.Cpu / corpus.Passages.Length, Wall = whole.Wall / corpus.Passages.Length };
        }
    }
}
