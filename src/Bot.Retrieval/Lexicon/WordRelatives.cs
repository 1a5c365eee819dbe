using Bot.Retrieval.Analysis;

namespace Bot.Retrieval.Lexicon;

/// <summary>Stems of words that are built from the same word: religion and religious, defend and defense. Guesses: which of them are words, the reader's index decides.</summary>
internal static class WordRelatives
{
    private static readonly string[] Endings =
        ["", "e", "y", "s", "ion", "ation", "ition", "ment", "ance", "ence", "ant", "ent", "er", "or", "ist", "ism", "al", "ial", "ual", "ional", "ical", "ic", "ous", "ious", "ive", "ative", "able", "ful", "less", "ness", "ity", "ship", "ern", "an", "ian", "ish", "ly", "ary", "ory", "th", "ing", "ed", "ize", "ify"];

    public static IEnumerable<string> Of(string word)
    {
        var own = EnglishStemmer.Stem(word);
        var seen = new HashSet<string>(StringComparer.Ordinal) { own };
        foreach (var form in WordFamilies.RelativesOf(word).Concat(IrregularForms.FormsOf(word)).Concat(Derivations.Of(word)).Concat(Derived(word)))
        {
            var stem = EnglishStemmer.Stem(form);
            if (seen.Add(stem) && stem.Length > 2)
            {
                yield return stem;
            }
        }
    }

    private static IEnumerable<string> Derived(string word)
    {
        foreach (var stem in Bases(word))
        {
            if (stem.Length < 4)
            {
                continue;
            }
            foreach (var ending in Endings)
            {
                yield return stem + ending;
            }
        }
    }

    private static IEnumerable<string> Bases(string word)
    {
        yield return word;
        foreach (var ending in new[] { "e", "y", "ion", "ation", "al", "ic", "ical", "ous", "ity", "ment", "ance", "ence", "ist", "ism", "ive", "er", "or", "ly", "ness", "ary", "ia", "a" })
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return word[..^ending.Length];
            }
        }
    }
}
