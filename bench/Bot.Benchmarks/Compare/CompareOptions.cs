namespace Bot.Benchmarks.Compare;

/// <summary>What a run of the comparison is asked for.</summary>
/// <param name="Figures">Their numbers; none for all.</param>
/// <param name="Size">How much is measured.</param>
/// <param name="Format">How it is printed.</param>
internal sealed record CompareOptions(IReadOnlyCollection<string> Figures, BenchSize Size, OutputFormat Format)
{
    public static string Usage { get; } = $"compare [--only {string.Join(',', Catalogue.Numbers)}] [--size small|full] [--json|--markdown]";

    /// <summary>Null, with what is wrong, where the arguments can't be understood.</summary>
    public static (CompareOptions? Options, string Problem) Parse(IReadOnlyList<string> arguments)
    {
        var options = new CompareOptions([], BenchSize.Full, OutputFormat.Lines);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--json":
                    options = options with { Format = OutputFormat.Json };
                    break;
                case "--markdown":
                    options = options with { Format = OutputFormat.Markdown };
                    break;
                case "--size" when i + 1 < arguments.Count && (arguments[i + 1] is "small" or "full"):
                    options = options with { Size = arguments[++i] == "small" ? BenchSize.Small : BenchSize.Full };
                    break;
                case "--only" when i + 1 < arguments.Count:
                    options = options with { Figures = arguments[++i].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
                    break;
                default:
                    return (null, $"{arguments[i]} isn't understood.");
            }
        }
        var unknown = options.Figures.Except(Catalogue.Numbers).ToList();
        return unknown.Count > 0 ? (null, $"There is no figure {string.Join(", ", unknown)}.") : (options, "");
    }
}
