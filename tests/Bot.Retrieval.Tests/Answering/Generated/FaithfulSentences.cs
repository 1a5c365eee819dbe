namespace Bot.Retrieval.Tests.Answering.Generated;

/// <summary>Sentences that a good model would write about the seeds, each with the words it would quote.</summary>
internal static class FaithfulSentences
{
    public static IReadOnlyList<(string Text, string Quote)> All { get; } = [.. Read()];

    private static IEnumerable<(string Text, string Quote)> Read()
    {
        using var reader = new StreamReader(typeof(FaithfulSentences).Assembly.GetManifestResourceStream("faithful.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t') is [var text, var quote] ? (text, quote) : throw new InvalidDataException(line);
        }
    }
}
