using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Compare;

/// <summary>One run of the comparison.</summary>
internal static class Comparison
{
    /// <summary>The rows of the figures, in the order of the tables, as soon as they are measured.</summary>
    /// <param name="numbers">Which figures; none for all.</param>
    /// <param name="context">What they are measured with.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    public static async IAsyncEnumerable<Row> MeasureAsync(
        IReadOnlyCollection<string> numbers, BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var figure in Catalogue.All.Where(figure => numbers.Count == 0 || figure.Numbers.Intersect(numbers).Any()))
        {
            await foreach (var row in figure.MeasureAsync(context, cancellationToken))
            {
                if (numbers.Count == 0 || numbers.Contains(row.Figure))
                {
                    yield return row;
                }
            }
        }
    }

    public static Machine Machine(BenchContext context) => Measuring.Machine.Measure(context.Meter, context.Size.Rounds);
}
