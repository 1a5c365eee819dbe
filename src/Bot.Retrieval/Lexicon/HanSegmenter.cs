using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Cuts Chinese into words: of all ways through the text, the one with the fewest words, few of them single characters,
/// made of common words (those that other words are built with).
/// </summary>
internal sealed class HanSegmenter(LexiconData data)
{
    private const int ShortText = 128;
    private const double Word = 10;
    private const double Single = 13;
    private const double Unknown = 20;
    private const double Commonness = 1.2;

    /// <param name="text">Folded.</param>
    /// <param name="words">Takes the words behind what it has.</param>
    public void Segment(ReadOnlySpan<char> text, List<TextSpan> words)
    {
        var costs = text.Length < ShortText ? stackalloc double[ShortText] : new double[text.Length + 1];
        var lengths = text.Length < ShortText ? stackalloc int[ShortText] : new int[text.Length + 1];
        costs[text.Length] = 0;
        // From the end, so that the path is read off from the start.
        for (var start = text.Length - 1; start >= 0; start--)
        {
            (costs[start], lengths[start]) = (Unknown + costs[start + 1], 1);
            var window = text.Slice(start, Math.Min(LexiconLimits.LongestHeadword, text.Length - start));
            foreach (var headword in data.Headwords.FindPrefixes(window))
            {
                var length = data.Headwords[headword].Length;
                var cost = Cost(headword, length) + costs[start + length];
                if (cost < costs[start] || (cost == costs[start] && length > lengths[start]))
                {
                    (costs[start], lengths[start]) = (cost, length);
                }
            }
        }
        for (var start = 0; start < text.Length; start += lengths[start])
        {
            words.Add(new(start, lengths[start]));
        }
    }

    private double Cost(int headword, int length) =>
        (length == 1 ? Single : Word) - (Commonness * Math.Log2(1 + data.Productivity[headword]) / 3.5);
}
