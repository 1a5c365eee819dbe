using System.Globalization;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Tables of figures, as all views print them.</summary>
internal static class Tables
{
    public static Table Of(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)).RightAligned().NoWrap());
        }
        return table;
    }

    public static void Row(Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(SafeText.OneLine(cell))));

    public static string Share(double? value) => value is { } share ? share.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    public static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    public static string Milliseconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
