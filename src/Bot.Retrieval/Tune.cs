namespace Bot.Retrieval;
internal static class Tune
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, double> Known = new(StringComparer.Ordinal);
    public static double Get(string name, double otherwise) => Known.GetOrAdd(name, key =>
        double.TryParse(Environment.GetEnvironmentVariable("T_" + key), System.Globalization.CultureInfo.InvariantCulture, out var v) ? v : otherwise);
}
