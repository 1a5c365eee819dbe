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

    public static async Task RunAsync(CompareOptions options, CancellationToken cancellationToken)
    {
        var format = options.Format;
        using var context = new BenchContext(options.Size, TimeProvider.System);
        var machine = Comparison.Machine(context);
        Console.WriteLine(format == OutputFormat.Json ? JsonSerializer.Serialize(machine, Json) : $"{machine}\n");
        var rows = new List<Row>();
        await foreach (var row in Comparison.MeasureAsync(options.Figures, context, cancellationToken))
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
                case OutputFormat.Markdown:
                    // The table comes at the end; a run of all figures takes long.
                    await Console.Error.WriteLineAsync(Tables.Line(row));
                    break;
            }
        }
        if (format == OutputFormat.Markdown)
        {
            Console.Write(Tables.Markdown(rows));
        }
    }
}
