using Bot.ChatBench;

// dotnet run --project bench/Bot.ChatBench -c Release [-- NAME…]: prints the figures of the bot on Discord, all or those named.
var measurements = new (string Name, Func<Task<string>> Run)[]
{
    ("first-sign", FirstSign.MeasureAsync),
    ("overhead", Overhead.MeasureAsync),
    ("autocomplete", Autocomplete.MeasureAsync),
    ("sustained", Sustained.MeasureAsync),
    ("storm", StormFigure.MeasureAsync),
};
if (args.FirstOrDefault(name => measurements.All(measurement => measurement.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"Unknown: {unknown}. There are {string.Join(", ", measurements.Select(measurement => measurement.Name))}.");
    return 2;
}
foreach (var (name, run) in measurements.Where(measurement => args.Length == 0 || args.Contains(measurement.Name, StringComparer.Ordinal)))
{
    Console.WriteLine($"{name}: {await run()}");
}
return 0;
