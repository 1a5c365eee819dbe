namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Reads <c>seeds/glossary.yml</c>: a list of lists of terms, <c>- [Andrew Ng, 吴恩达, 吳恩達]</c>. What is wrong is reported
/// with its line and left out; nothing throws for what an admin may have written.
/// </summary>
public static class GlossaryReader
{
    /// <summary>Longest term, in UTF-16 code units.</summary>
    public const int LongestTerm = 200;

    /// <summary>Most terms in a group.</summary>
    public const int MostTerms = 100;

    public static GlossaryReading Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var text = reader.ReadToEnd();
        var whole = new GlossaryBuilder();
        if (GlossaryYaml.Read(text, 0, whole) is not { } error)
        {
            return whole.Build();
        }
        var pieces = new GlossaryBuilder();
        var faults = ReadEntryByEntry(text, pieces);
        if (faults == 0)
        {
            pieces.Report(error.Line, error.Reason);
        }
        return pieces.Build();
    }

    // One broken entry breaks a YAML file, so each line that starts one is read as a file of its own.
    private static int ReadEntryByEntry(string text, GlossaryBuilder builder)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var faults = 0;
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            while (end < lines.Length && !lines[end].StartsWith("- ", StringComparison.Ordinal))
            {
                end++;
            }
            if (GlossaryYaml.Read(string.Join('\n', lines[start..end]), start, builder) is { } error)
            {
                builder.Report(error.Line, error.Reason);
                faults++;
            }
            start = end;
        }
        return faults;
    }
}
