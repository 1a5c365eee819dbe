using Bot.Benchmarks.Compare;
using Bot.Benchmarks.Compare.Figures;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Tests.Compare;

/// <summary>
/// The comparison on little data, for every build: recall, allocations and bytes as they are, processor time beside a peer's
/// in the same rounds with a margin, wall time not at all.
/// </summary>
public sealed class SmallComparisonTests
{
    private const double Margin = 1.3;

    // A machine that stalls in all rounds of one contest hardly does so in those of three.
    private const int Attempts = 3;

    private static readonly BenchSize Size = BenchSize.Small with { Vectors = 10_000, VectorQuestions = 50, Passages = 3_000, Questions = 200 };

    [Fact]
    public Task Exact_search_takes_half_of_a_loop_over_records_and_allocates_hardly_more_than_its_results() =>
        AssertMetAsync(new ExactSearch());

    [Fact]
    public Task Search_finds_the_nearest_in_a_fraction_of_what_comparing_with_all_takes() =>
        AssertMetAsync(new DefaultSearch("V3", size => size.Vectors, (VectorShape.Clustered, 0.2), (VectorShape.Hard, 0.45)));

    [Fact]
    public Task Vectors_take_hardly_more_memory_than_their_floats_and_are_ready_soon() =>
        AssertMetAsync(new VectorMemory());

    [Fact]
    public Task Search_by_words_is_exact_and_takes_a_fraction_of_what_trigrams_take() =>
        AssertMetAsync(new WordsBesideTrigrams(0.14));

    private static async Task AssertMetAsync(IFigure figure)
    {
        List<Row> missed = [];
        for (var attempt = 0; attempt < Attempts && (attempt == 0 || missed.Count > 0); attempt++)
        {
            using var context = new BenchContext(Size, TimeProvider.System);
            var rows = await ToListAsync(figure.MeasureAsync(context, CancellationToken.None));
            Assert.NotEmpty(rows);
            missed = [.. rows.Where(row => row.Gauge != Gauge.Wall && row.Goal is { } goal && !IsMet(row, goal))];
        }
        Assert.True(missed.Count == 0, string.Join('\n', missed.Select(Tables.Line)));
    }

    // Code that wasn't optimised says nothing of processor time.
    private static bool IsMet(Row row, Goal goal) => row.Gauge switch
    {
        Gauge.Cpu => !Engines.AreOptimised || (row.Value is { } value && goal.IsMet(value, Margin)),
        Gauge.Memory => row.Value is { } value && goal.IsMet(value, Margin),
        _ => row.Value is { } value && goal.IsMet(value),
    };

    private static async Task<List<Row>> ToListAsync(IAsyncEnumerable<Row> rows)
    {
        var all = new List<Row>();
        await foreach (var row in rows)
        {
            all.Add(row);
        }
        return all;
    }
}
