using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bot.Retrieval.Answering;

/// <summary>
/// Reads and writes a <see cref="ConfidenceTable"/>: a line <c>own|across</c>, name, number, with tabs between, for each
/// intercept and signal. Lines that begin with # say where it comes from.
/// </summary>
public static class ConfidenceTableFile
{
    private const string ResourceName = "Bot.Retrieval.Answering.Data.confidence.tsv";
    private const string Own = "own";
    private const string Across = "across";
    private const string Chinese = "interceptChinese";
    private const string English = "interceptEnglish";

    /// <summary>The table that ships with the program.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged: there can be no answers without it.</exception>
    public static ConfidenceTable ReadShipped()
    {
        using var stream = typeof(ConfidenceTableFile).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"The program lacks its confidence table ({ResourceName}): build it again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), ResourceName);
    }

    /// <param name="text">The file's content.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="InvalidDataException">A line can't be read, or one is missing, twice there or unknown; the message says which.</exception>
    public static ConfidenceTable Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var values = new Dictionary<(string Model, string Name), double>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            if (line.Split('\t') is not [var model, var key, var written]
                || !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                throw new InvalidDataException($"{name}, line {number}: expected own or across, a name and a number, with tabs between.");
            }
            if (!values.TryAdd((model, key), value))
            {
                throw new InvalidDataException($"{name}, line {number}: {model} {key} is there twice.");
            }
        }
        var table = new ConfidenceTable(Take(Own, ConfidenceTable.OwnSignals), Take(Across, ConfidenceTable.AcrossSignals));
        return values.Count == 0
            ? table
            : throw new InvalidDataException($"{name}: {values.Keys.First().Model} {values.Keys.First().Name} isn't known.");

        ConfidenceWeights Take(string model, ImmutableArray<Signal> signals) => new(
            Remove(model, Chinese), Remove(model, English), signals.ToImmutableSortedDictionary(signal => signal, signal => Remove(model, NameOf(signal))));

        double Remove(string model, string key) => values.Remove((model, key), out var value)
            ? value
            : throw new InvalidDataException($"{name}: {model} {key} is missing.");
    }

    /// <param name="table">What to write.</param>
    /// <param name="comments">Lines for the head of the file, without #.</param>
    public static string Write(ConfidenceTable table, IEnumerable<string> comments)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(comments);
        var text = new StringBuilder();
        foreach (var comment in comments)
        {
            text.Append("# ").Append(comment).Append('\n');
        }
        foreach (var (model, weights) in new[] { (Own, table.Own), (Across, table.Across) })
        {
            Line(model, Chinese, weights.Chinese);
            Line(model, English, weights.English);
            foreach (var (signal, weight) in weights.Weights)
            {
                Line(model, NameOf(signal), weight);
            }
        }
        return text.ToString();

        void Line(string model, string key, double value) =>
            text.Append(model).Append('\t').Append(key).Append('\t').Append(value.ToString("0.000", CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>A signal's name as files and JSON write it.</summary>
    public static string NameOf(Signal signal)
    {
        var name = signal.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
