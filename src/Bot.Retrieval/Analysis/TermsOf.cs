using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Analysis;

/// <summary>What the index knows a text by: its words, then its quantities.</summary>
internal static class TermsOf
{
    private const string QuantityMark = "#";

    /// <summary>The index term of a number, amount or date, the same in both languages.</summary>
    public static string Quantity(string key) => QuantityMark + key;

    public static void Text<TSink>(string text, ref TSink sink)
        where TSink : ITermSink
    {
        Analyzer.Analyze(text, ref sink);
        foreach (var quantity in NumberNormalizer.FindAll(text))
        {
            sink.Add(Quantity(quantity.Key), TermKind.Quantity, quantity.Span);
        }
    }
}
