using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>V1: the exact scan beside what reading the same bytes takes.</summary>
internal sealed class ExactScan : IFigure
{
    private const double Limit = 1.15;

    public IReadOnlyList<string> Numbers => ["V1"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var dimensions in new[] { 384, 1024 })
        {
            cancellationToken.ThrowIfCancellationRequested();
            var set = context.Vectors(VectorShape.Clustered, context.Size.Vectors, dimensions);
            var index = Engines.Vectors(set);
            // As the index keeps them: loads that lie across two lines of the cache take two reads.
            var floats = AlignedMemory.Allocate<float>(set.Vectors.Length);
            set.Vectors.CopyTo(floats);
            var operations = VectorRounds.Operations(set, exact: true);
            var sum = 0f;
            var contest = await VectorRounds.RunAsync(
                context,
                (operations, i => Engines.SearchExactly(index, set.Questions[i % set.Questions.Length])),
                (operations, _ => sum += MemoryBandwidth.Read(floats.Span)));
            yield return Rows.ByCpu(new("V1", $"{set}", "exact scan, CPU a question") { Goal = Goal.AtMostTimes(Limit) }, contest, 1, "reading the bytes");
        }
    }
}
