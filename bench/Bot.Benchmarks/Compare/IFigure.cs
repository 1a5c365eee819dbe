namespace Bot.Benchmarks.Compare;

/// <summary>Measures the rows of some figures, those that share their data and their peers.</summary>
internal interface IFigure
{
    /// <summary>The figures that its rows are of.</summary>
    IReadOnlyList<string> Numbers { get; }

    IAsyncEnumerable<Row> MeasureAsync(BenchContext context, CancellationToken cancellationToken);
}
