using System.Runtime.CompilerServices;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>V2: exact search as the retriever calls it, beside the loop of Semantic Kernel's in-memory store.</summary>
internal sealed class ExactSearch : IFigure
{
    // An array's header, and a number and a score for each result.
    private const int ResultBytes = 24 + (16 * Engines.Limit);

    public IReadOnlyList<string> Numbers => ["V2"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var set = context.Vectors(VectorShape.Clustered, context.Size.Vectors, 384);
        var index = Engines.Vectors(set);
        var store = new RecordStore();
        for (var i = 0; i < set.Count; i++)
        {
            store.Upsert(i, set.Vectors.AsSpan(i * set.Dimensions, set.Dimensions).ToArray());
        }
        var reference = new ReferenceScan(set.Vectors, set.Dimensions);
        var operations = VectorRounds.Operations(set, exact: true);
        var contest = await VectorRounds.RunAsync(
            context,
            (operations, i => Engines.SearchExactly(index, set.Questions[i % set.Questions.Length])),
            (operations, i => store.Search(set.Questions[i % set.Questions.Length], Engines.Limit)),
            (operations, i => reference.Search(set.Questions[i % set.Questions.Length])));
        yield return Rows.ByCpu(new("V2", $"{set}", "exact search, CPU a question") { Goal = Goal.AtMostTimes(0.5) }, contest, 1, "Semantic Kernel's loop");
        yield return Rows.ByCpu(new("V2", $"{set}", "exact search, CPU a question"), contest, 2, "ref");
        yield return new("V2", $"{set}", "allocated a question, beyond the results")
        {
            Gauge = Gauge.Count,
            Ours = Amount.Bytes(contest.Median(0, sample => sample.Allocated - ResultBytes)),
            PeerName = "Semantic Kernel's loop",
            Peer = Amount.Bytes(contest.Median(1, sample => sample.Allocated)),
            Value = Amount.Bytes(contest.Median(0, sample => sample.Allocated - ResultBytes)),
            Goal = Goal.AtMostBytes(1000),
        };
    }
}
