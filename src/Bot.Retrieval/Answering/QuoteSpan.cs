using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>
/// How much around a sentence must be quoted for it to be understood: the one before where it goes on from it (and, 例如,
/// he), the ones after where it announces them with a colon.
/// </summary>
internal static class QuoteSpan
{
    private const int MostSentences = 3;
    private const int LongestGap = 2;

    private static readonly string[] ContinuationsInChinese =
    [
        "并且", "而且", "同时", "此外", "例如", "比如", "譬如", "因此", "所以", "但是", "但", "不过", "然而", "然后", "之后", "随后", "后来", "于是", "其中", "其", "该",
        "这", "那", "他", "她", "它", "他们", "她们", "它们", "也", "还", "又", "并", "而", "则", "另外", "即", "也就是说", "否则", "如果这样", "当我们", "前款", "前项",
    ];

    private static readonly string[] ContinuationsInEnglish =
    [
        "and", "but", "so", "also", "however", "therefore", "thus", "then", "this", "that", "these", "those", "it", "its", "he", "she", "they", "his", "her", "their",
        "such", "for example", "for instance", "furthermore", "moreover", "in addition", "instead", "otherwise", "as such", "as a result", "the latter", "the former", "both",
    ];

    /// <summary>The span in the document's coordinates, one to three whole sentences.</summary>
    public static TextSpan Around(Passage passage, int sentence)
    {
        var text = passage.Document.Text;
        var (first, last) = (sentence, sentence);
        while (first > 0 && last - first < MostSentences - 1 && GoesOn(passage, first) && AreNeighbours(passage, first - 1))
        {
            first--;
        }
        while (last + 1 < passage.Sentences.Length && last - first < MostSentences - 1 && Announces(text, passage.Sentences[last], last > sentence) && AreNear(passage, last))
        {
            last++;
        }
        return TextSpan.FromBounds(passage.Sentences[first].Start, passage.Sentences[last].End);
    }

    private static bool GoesOn(Passage passage, int sentence)
    {
        var words = TextFolder.FoldToString(passage.Sentences[sentence].In(passage.Document.Text)[..Math.Min(24, passage.Sentences[sentence].Length)].ToString());
        return ContinuationsInChinese.Any(start => words.StartsWith(start, StringComparison.Ordinal))
            || ContinuationsInEnglish.Any(start => words.StartsWith(start, StringComparison.Ordinal) && words.Length > start.Length && words[start.Length] is ' ' or ',');
    }

    private static bool Announces(string text, TextSpan sentence, bool isItem)
    {
        var last = text[sentence.End - 1];
        return last is ':' or '：' || (isItem && last is ';' or '；');
    }

    // On the same or the next line: a blank line between them would make them two subjects.
    private static bool AreNeighbours(Passage passage, int sentence) => Gap(passage, sentence).Count('\n') == 0;

    private static bool AreNear(Passage passage, int sentence) => Gap(passage, sentence).Count('\n') <= LongestGap;

    private static ReadOnlySpan<char> Gap(Passage passage, int sentence) =>
        TextSpan.FromBounds(passage.Sentences[sentence].End, passage.Sentences[sentence + 1].Start).In(passage.Document.Text);
}
