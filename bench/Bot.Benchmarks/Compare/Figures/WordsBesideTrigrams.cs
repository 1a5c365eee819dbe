using System.Runtime.CompilerServices;
using Bot.Benchmarks.Peers;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>L1's part that needs nothing installed: search by words beside SQLite's trigrams, and whether it is exact.</summary>
/// <param name="limit">What it may take of the trigrams' time; null for no goal.</param>
internal sealed class WordsBesideTrigrams(double? limit) : IFigure
{
    public IReadOnlyList<string> Numbers => ["L1"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var corpus = context.Corpus(context.Size.Passages);
        var size = $"{corpus.Passages.Length:N0} passages";
        var index = Engines.Words(corpus.Passages);
        var questions = Engines.TermsOf(corpus);
        yield return LexicalSearches.Exactness("L1", size, index, questions);
        using var sqlite = new SqliteTrigrams(corpus.Passages);
        var queries = corpus.Questions.Select(SqliteTrigrams.QueryOf).ToArray();
        var contest = await LexicalSearches.RunAsync(context, index, questions, () => Task.FromResult(context.Meter.Each(queries.Length, i => sqlite.Search(queries[i]))));
        var row = new Row("L1", size, "search by words, median CPU a question") { Goal = limit is { } most ? Goal.AtMostTimes(most) : null };
        yield return Rows.ByCpu(row, contest, 1, "SQLite FTS5 trigram", sample => sample.MedianCpu, sample => sample.MedianWall);
    }
}
