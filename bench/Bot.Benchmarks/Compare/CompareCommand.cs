using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Benchmarks.Compare;

/// <summary>Measures ours beside its peers and prints the tables.</summary>
internal static class CompareCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Define()
    {
        var only = new Option<string>("--only") { Description = "Figures to measure, such as V1,V3; all where there are none.", DefaultValueFactory = _ => "" };
        var size = new Option<string>("--size") { Description = "small or full.", DefaultValueFactory = _ => "full" };
        size.AcceptOnlyFromAmong("small", "full");
        var json = new Option<bool>("--json") { Description = "A line of JSON for the machine and for each row." };
        var markdown = new Option<bool>("--markdown") { Description = "The tables of docs/performance.md." };
        var command = new Command("compare", "Measures ours beside its peers and prints the tables.") { only, size, json, markdown };
        command.SetAction((parsed, cancellationToken) =>
        {
            string[] numbers = parsed.GetValue(only)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var unknown = numbers.Except(Catalogue.Numbers).ToList();
            if (unknown.Count > 0)
            {
                Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. There are {string.Join(", ", Catalogue.Numbers)}.");
                return Task.FromResult(2);
            }
            var format = parsed.GetValue(json) ? OutputFormat.Json : parsed.GetValue(markdown) ? OutputFormat.Markdown : OutputFormat.Lines;
            return RunAsync(numbers, parsed.GetValue(size) == "small" ? BenchSize.Small : BenchSize.Full, format, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] numbers, BenchSize size, OutputFormat format, CancellationToken cancellationToken)
    {
        using var context = new BenchContext(size, TimeProvider.System);
        var machine = Comparison.Machine(context);
        Console.WriteLine(format == OutputFormat.Json ? JsonSerializer.Serialize(machine, Json) : $"{machine}\n");
        var rows = new List<Row>();
        await foreach (var row in Comparison.MeasureAsync(numbers, context, cancellationToken))
        {
            rows.Add(row);
            switch (format)
            {
                case OutputFormat.Json:
                    Console.WriteLine(JsonSerializer.Serialize(row, Json));
                    break;
                case OutputFormat.Lines:
                    Console.WriteLine(Tables.Line(row));
                    break;
            }
        }
        if (format == OutputFormat.Markdown)
        {
            Console.Write(Tables.Markdown(rows));
        }
        return 0;
    }
}
