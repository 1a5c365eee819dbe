using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Analysis;

/// <summary>English to Chinese.</summary>
internal static class EnglishTranslation
{
    private const double PhraseWeight = 1.2;
    private const double WordOfPhraseWeight = 0.4;

    public static void Add(string piece, TranslatedQuestion question)
    {
        string[] words = [.. EnglishWords.Split(piece)];
        for (var i = 0; i < words.Length;)
        {
            var length = Math.Max(1, question.Lexicon.LongestPhrase(words.AsSpan(i)));
            var phrase = words.AsSpan(i, length);
            if (length > 1 && CountSubjects(phrase) > 1)
            {
                question.AddTranslations(string.Join(' ', phrase!), PhraseWeight, question.Lexicon.TranslateEnglish(phrase));
                AddWords(phrase, WordOfPhraseWeight, question);
            }
            else
            {
                AddWords(phrase, 1, question);
            }
            i += length;
        }
    }

    private static void AddWords(ReadOnlySpan<string> words, double weight, TranslatedQuestion question)
    {
        foreach (var word in words)
        {
            if (!IsStopWord(word))
            {
                question.AddTranslations(word, weight, question.Lexicon.TranslateEnglish(word));
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
