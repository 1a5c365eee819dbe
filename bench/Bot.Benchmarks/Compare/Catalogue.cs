using Bot.Benchmarks.Compare.Figures;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare;

/// <summary>All figures, in the order of the tables. A new one is a class and a line here.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<IFigure> All { get; } =
    [
        new ExactScan(),
        new ExactSearch(),
        new DefaultSearch("V3", size => size.Vectors, (VectorShape.Clustered, 0.08), (VectorShape.Hard, 0.15)),
        new DefaultSearch("V4", size => size.ManyVectors, (VectorShape.Clustered, 0.07)),
        new AgainstGraph(),
        new TwoCallers(),
        new VectorMemory(),
        new WordsBesideTrigrams(limit: null),
        new LexicalEngine(),
        new ManyPassages(),
        new HybridQuestions(),
        new Reloads(),
        new QuestionsDuringReload(),
        new Starts(),
        new Growth("G3", 1_000),
        new Growth("G4", 10_000),
        new Growth("G5", 100_000),
        new Growth("G6", 1_000_000),
    ];

    public static IEnumerable<string> Numbers => All.SelectMany(figure => figure.Numbers).Distinct().Order(StringComparer.Ordinal);
}
