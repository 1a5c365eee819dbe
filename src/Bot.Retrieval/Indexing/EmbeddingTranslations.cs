using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>The English words that a text's Chinese ones are translated by. Safe for concurrent use; what it keeps is bounded by the dictionary.</summary>
internal sealed class EmbeddingTranslations(Func<BilingualLexicon> lexicon)
{
    private const int MostTranslations = 6;
    private const double SingleCharacterWeight = 0.3;

    private readonly ConcurrentDictionary<string, ImmutableArray<(string Stem, double Weight)>> _known = new(StringComparer.Ordinal);

    /// <summary>Stems with how likely each is meant, 0 to 1, for every word in turn; none for words that carry grammar only.</summary>
    public IEnumerable<(string Stem, double Weight)> Of(string text)
    {
        var dictionary = lexicon();
        var folded = TextFolder.FoldToString(text);
        for (var start = 0; start < folded.Length; start++)
        {
            var end = start;
            while (end < folded.Length && Characters.IsHan(folded[end]))
            {
                end++;
            }
            // Most of an English text is no Chinese word, and cutting nothing takes memory too.
            foreach (var word in end > start ? dictionary.Segment(folded.AsSpan(start, end - start)) : [])
            {
                foreach (var translation in OfWord(folded.Substring(start + word.Start, word.Length), dictionary))
                {
                    yield return translation;
                }
            }
            start = end;
        }
    }

    private ImmutableArray<(string Stem, double Weight)> OfWord(string word, BilingualLexicon dictionary)
    {
        if (_known.TryGetValue(word, out var known))
        {
            return known;
        }
        return !dictionary.Contains(word) || (word.Length == 1 && ChineseFunctionWords.IsGrammar(word[0])) ? [] : _known.GetOrAdd(word, Translate, dictionary);
    }

    private static ImmutableArray<(string Stem, double Weight)> Translate(string word, BilingualLexicon dictionary)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var translation in dictionary.Translate(word).Take(MostTranslations))
        {
            string[] stems = [.. translation.Text.Split(' ').Select(EnglishStemmer.Stem).Where(stem => !EnglishStopWords.Contains(stem))];
            foreach (var stem in stems)
            {
                var weight = translation.Weight * (word.Length == 1 ? SingleCharacterWeight : 1) / Math.Sqrt(stems.Length);
                weights[stem] = Math.Max(weight, weights.GetValueOrDefault(stem));
            }
        }
        // In the dictionary's order, whatever the machine: the sum of a vector's parts depends on it.
        return [.. weights.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value))];
    }
}
