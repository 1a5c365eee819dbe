namespace Bot.Retrieval.Tests.Clauses;

/// <summary>Rows of a tab-separated table beside the tests.</summary>
internal static class TableRows
{
    public static IEnumerable<string[]> Of(string name)
    {
        using var stream = typeof(TableRows).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line.Split('\t');
            }
        }
    }
}
