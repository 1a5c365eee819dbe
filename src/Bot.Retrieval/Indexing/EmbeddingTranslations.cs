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
    /// <param name="folded">The text, folded.</param>
    /// <param name="words">Room for the words of a part of it.</param>
    public IEnumerable<(string Stem, double Weight)> Of(string folded, List<TextSpan> words)
    {
        var dictionary = lexicon();
        for (var start = 0; start < folded.Length; start++)
        {
            var end = start;
            while (end < folded.Length && Characters.IsHan(folded[end]))
            {
                end++;
            }
            if (end == start)
            {
                continue;
            }
            words.Clear();
            dictionary.Segment(folded.AsSpan(start, end - start), words);
            foreach (var word in words)
            {
                foreach (var translation in OfWord(folded.AsSpan(start + word.Start, word.Length), dictionary))
                {
                    yield return translation;
                }
            }
            start = end;
        }
    }

    private ImmutableArray<(string Stem, double Weight)> OfWord(ReadOnlySpan<char> word, BilingualLexicon dictionary)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
        {
            return known;
        }
        return !dictionary.Contains(word) || (word.Length == 1 && ChineseFunctionWords.IsGrammar(word[0])) ? [] : _known.GetOrAdd(word.ToString(), Translate, dictionary);
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
