using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Holds the numbers, amounts and dates of a sentence against those of what it rests on, however either language writes them.</summary>
internal static class QuantityCheck
{
    /// <summary>The first that isn't there, as the sentence writes it; null where all are.</summary>
    /// <param name="sentence">The model's.</param>
    /// <param name="known">Texts that may hold them.</param>
    /// <param name="elsewhere">Places of the sentence that are checked as something else, such as clauses.</param>
    public static string? FirstMissing(string sentence, IEnumerable<string> known, IReadOnlyList<TextSpan> elsewhere)
    {
        var places = NumberNormalizer.FindAll(sentence).GroupBy(quantity => quantity.Span).ToList();
        var others = new KnownQuantities(known);
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in places.Where(place => !elsewhere.Any(span => span.Overlaps(place.Key))))
        {
            string[] keys = [.. place.Select(quantity => quantity.Key)];
            var written = place.Key.In(sentence).ToString();
            // A number that is said more often than it is written stands in another's place.
            var value = Array.Find(keys, key => key.StartsWith("n:", StringComparison.Ordinal)) ?? keys[0];
            said[value] = said.GetValueOrDefault(value) + 1;
            if (!IsArticle(keys, written) && (!others.Has(keys) || (others.Count(value) is > 0 and var count && count < said[value])))
            {
                return written.Trim();
            }
        }
        List<TextSpan> read = [.. elsewhere, .. places.Select(place => place.Key)];
        return DigitRuns(sentence).Where(run => !read.Exists(span => span.Overlaps(run))).Select(run => run.In(sentence).ToString()).FirstOrDefault(digits => !others.HasDigits(digits));
    }

    // "a", 一: a word that counts nothing. "1" does.
    private static bool IsArticle(string[] keys, string written) => Array.TrueForAll(keys, key => key is "n:1") && !written.Any(char.IsDigit);

    private static IEnumerable<TextSpan> DigitRuns(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
            if (end > start)
            {
                yield return TextSpan.FromBounds(start, end);
                start = end;
            }
        }
    }
}
