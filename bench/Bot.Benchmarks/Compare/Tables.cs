using System.Text;

namespace Bot.Benchmarks.Compare;

/// <summary>Rows as people read them.</summary>
internal static class Tables
{
    // By the letter that a figure starts with.
    private static readonly (char Letter, string Heading)[] Groups =
    [
        ('V', "Vectors"), ('L', "Words"), ('H', "Whole questions"), ('R', "Reload"), ('C', "Start"),
    ];

    private const char GrowthLetter = 'G';

    public static string Line(Row row)
    {
        var line = new StringBuilder($"{row.Figure} {row.Case}: {row.What}: {row.Ours}");
        if (row.PeerName.Length > 0)
        {
            line.Append($"; {row.PeerName} {row.Peer}");
        }
        if (row.Value is { } value && value != row.Ours)
        {
            line.Append($" = {value}");
        }
        if (row.Goal is { } goal)
        {
            line.Append($" ({goal}: {row.Verdict})");
        }
        return row.Note.Length > 0 ? line.Append($"; {row.Note}").ToString() : line.ToString();
    }

    public static string Markdown(IReadOnlyList<Row> rows)
    {
        var markdown = new StringBuilder();
        foreach (var (letter, heading) in Groups)
        {
            var group = rows.Where(row => row.Figure[0] == letter).ToList();
            if (group.Count > 0)
            {
                AppendGroup(markdown, heading, group);
            }
        }
        var growth = rows.Where(row => row.Figure[0] == GrowthLetter).ToList();
        if (growth.Count > 0)
        {
            AppendGrowth(markdown, growth);
        }
        return markdown.ToString();
    }

    private static void AppendGroup(StringBuilder markdown, string heading, List<Row> rows)
    {
        markdown.Append($"### {heading}\n\n| # | on | measured | ours | beside | theirs | = | goal | | also |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            markdown.Append($"| {row.Figure} | {row.Case} | {row.What} | {row.Ours} | {row.PeerName} | {row.Peer} | {row.Value} | {row.Goal} | {row.Verdict} | {row.Note} |\n");
        }
        markdown.Append('\n');
    }

    // A column for each size.
    private static void AppendGrowth(StringBuilder markdown, List<Row> rows)
    {
        var sizes = rows.Select(row => row.Case).Distinct().ToList();
        markdown.Append($"### Growth\n\n| | {string.Join(" | ", sizes)} |\n| --- | {string.Join(" | ", sizes.Select(_ => "---"))} |\n");
        foreach (var line in rows.GroupBy(row => row.What))
        {
            markdown.Append($"| {line.Key} | {string.Join(" | ", sizes.Select(size => line.FirstOrDefault(row => row.Case == size)?.Ours?.ToString()))} |\n");
        }
        markdown.Append('\n');
    }
}
