using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>English to Chinese.</summary>
internal static class EnglishTranslation
{
    private const double PhraseWeight = 1.2;
    private const double WordOfPhraseWeight = 0.4;

    /// <param name="piece">A part of the folded question.</param>
    /// <param name="question">Takes the concepts.</param>
    public static void Add(TextSpan piece, TranslatedQuestion question)
    {
        var found = EnglishWords.Find(piece.In(question.Text).ToString());
        string[] words = [.. found.Select(word => word.Word)];
        TextSpan[] spans = [.. found.Select(word => new TextSpan(piece.Start + word.Span.Start, word.Span.Length))];
        for (var i = 0; i < words.Length;)
        {
            var length = Math.Max(1, question.Lexicon.LongestPhrase(words.AsSpan(i)));
            var phrase = words.AsSpan(i, length);
            if (length > 1 && CountSubjects(phrase) > 1)
            {
                question.AddTranslations(TextSpan.FromBounds(spans[i].Start, spans[i + length - 1].End), PhraseWeight, question.Lexicon.TranslateEnglish(phrase));
                AddWords(phrase, spans.AsSpan(i, length), WordOfPhraseWeight, question);
            }
            else
            {
                AddWords(phrase, spans.AsSpan(i, length), 1, question);
            }
            i += length;
        }
    }

    private static void AddWords(ReadOnlySpan<string> words, ReadOnlySpan<TextSpan> spans, double weight, TranslatedQuestion question)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsStopWord(words[i]))
            {
                question.AddTranslations(spans[i], weight, question.Lexicon.TranslateEnglish(words[i]));
            }
        }
    }

    private static int CountSubjects(ReadOnlySpan<string> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += IsStopWord(word) ? 0 : 1;
        }
        return count;
    }

    private static bool IsStopWord(string word) => EnglishStopWords.Contains(EnglishStemmer.Stem(word));
}
