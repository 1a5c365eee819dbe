using System.Runtime.CompilerServices;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>V3 and V4: search as the host does it, beside the plain scan, with the share of the true ten that it finds.</summary>
/// <param name="number">The figure.</param>
/// <param name="count">Vectors.</param>
/// <param name="sets">How they lie, with the goal for each.</param>
internal sealed class DefaultSearch(string number, Func<BenchSize, int> count, params (VectorShape Shape, double Limit)[] sets) : IFigure
{
    private const double LeastRecall = 0.995;

    public IReadOnlyList<string> Numbers => [number];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (shape, limit) in sets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var set = context.Vectors(shape, count(context.Size), 384);
            var index = Engines.Vectors(set);
            var reference = new ReferenceScan(set.Vectors, set.Dimensions);
            var asked = set.Questions;
            var contest = await VectorRounds.RunAsync(
                context,
                (VectorRounds.Operations(set, exact: false), i => Engines.Search(index, asked[i % asked.Length])),
                (VectorRounds.Operations(set, exact: true), i => reference.Search(asked[i % asked.Length])));
            yield return Rows.ByCpu(new(number, $"{set}", "search, CPU a question") { Goal = Goal.AtMostTimes(limit) }, contest, 1, "ref");
            var recall = Amount.Share(set.Recall([.. asked.Select(question => Engines.Search(index, question).Select(found => found.Passage).ToArray())]));
            yield return new(number, $"{set}", "recall of the nearest ten") { Gauge = Gauge.Count, Ours = recall, Value = recall, Goal = Goal.AtLeastShare(LeastRecall) };
        }
    }
}
