using System.Globalization;

namespace Bot.Benchmarks.Compare;

/// <summary>A number with what it counts.</summary>
internal readonly record struct Amount(double Value, Unit Unit)
{
    public static Amount Times(double value) => new(value, Unit.Times);

    public static Amount Seconds(double value) => new(value, Unit.Seconds);

    public static Amount Bytes(double value) => new(value, Unit.Bytes);

    public static Amount Share(double value) => new(value, Unit.Share);

    public static Amount PerSecond(double value) => new(value, Unit.PerSecond);

    public override string ToString() => Unit switch
    {
        Unit.Times => string.Create(CultureInfo.InvariantCulture, $"{Value:0.###}x"),
        Unit.Seconds => Scaled(Value, [("s", 1), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9)]),
        Unit.Bytes => Scaled(Value, [("GB", 1e9), ("MB", 1e6), ("KB", 1e3), ("B", 1)]),
        Unit.Share => string.Create(CultureInfo.InvariantCulture, $"{Value:0.0000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Value:N0}/s"),
    };

    // Three digits that say something.
    private static string Scaled(double value, ReadOnlySpan<(string Name, double Size)> units)
    {
        var (name, size) = units[^1];
        foreach (var unit in units)
        {
            if (Math.Abs(value) >= unit.Size)
            {
                (name, size) = unit;
                break;
            }
        }
        var scaled = value / size;
        var digits = Math.Abs(scaled) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" };
        return $"{scaled.ToString(digits, CultureInfo.InvariantCulture)} {name}";
    }
}
