using Bot.Retrieval.Analysis;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Words of one family: religion and religious, defend and defense, write and wrote. They are guessed by endings; which of
/// them are words, the reader's index decides.
/// </summary>
internal static class WordRelatives
{
    private const int ShortestBase = 4;
    private const int ShortestStem = 3;

    private static readonly string[] Endings =
        ("e y s ion ation ition ment ance ence ant ent er or ist ism al ial ual ional ical ic ous ious ive ative able ful less ness ity ship ern an "
        + "ian ish ly ary ory th ing ed ize ify").Split(' ');

    private static readonly string[] Removable =
        "e y ion ation al ic ical ous ity ment ance ence ist ism ive er or ly ness ary ia a".Split(' ');

    /// <summary>The stems of a word's relatives, its own left out; most are no words.</summary>
    public static IEnumerable<string> StemsOf(string word)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { EnglishStemmer.Stem(word) };
        foreach (var form in WordFamilies.RelativesOf(word).Concat(IrregularForms.FormsOf(word)).Concat(Derivations.Of(word)).Concat(Derived(word)))
        {
            var stem = EnglishStemmer.Stem(form);
            if (stem.Length >= ShortestStem && seen.Add(stem))
            {
                yield return stem;
            }
        }
    }

    private static IEnumerable<string> Derived(string word) =>
        Removable
            .Where(ending => word.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => word[..^ending.Length])
            .Prepend(word)
            .Where(stem => stem.Length >= ShortestBase)
            .SelectMany(stem => Endings.Select(ending => stem + ending).Prepend(stem));
}
