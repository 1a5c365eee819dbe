namespace Bot.Retrieval.Lexicon;

/// <summary>
/// What an English word may be built from: heavier from heavy, southern from south, settler from settle. Only guesses; the
/// dictionary's own words decide which of them are words.
/// </summary>
internal static class Derivations
{
    private const int ShortestBase = 3;

    private static readonly (string Ending, string[] Bases)[] Endings =
    [
        ("iest", ["y"]),
        ("ier", ["y"]),
        ("est", ["", "e"]),
        ("ers", ["", "e"]),
        ("er", ["", "e"]),
        ("ors", ["", "e"]),
        ("or", ["", "e"]),
        ("ern", [""]),
        ("etical", ["ory", "esis"]),
        ("ual", ["", "e"]),
        ("ical", ["y", "ic", "ics"]),
        ("ally", ["al", ""]),
        ("ly", ["", "le"]),
        ("ional", ["ion"]),
        ("ial", ["y", "e", ""]),
        ("al", ["", "e"]),
        ("ionary", ["ion"]),
        ("ary", [""]),
        ("arian", ["ary", "a", ""]),
        ("ian", ["", "ia", "y"]),
        ("an", ["a", ""]),
        ("ist", ["", "ism", "y"]),
        ("ment", [""]),
        ("ness", [""]),
        ("ship", [""]),
        ("hood", [""]),
        ("ful", [""]),
        ("less", [""]),
        ("able", ["", "e"]),
        ("ative", ["e", "ation"]),
        ("ive", ["e", "ion", ""]),
        ("ation", ["", "e"]),
        ("ion", ["", "e"]),
        ("ance", ["", "e"]),
        ("ence", ["", "ent"]),
        ("ious", ["ion", "y"]),
        ("ous", ["", "y"]),
        ("ity", ["", "e"]),
        ("ward", [""]),
        ("wards", [""]),
        ("th", [""]),
        ("s", [""]),
    ];

    public static IEnumerable<string> Of(string word)
    {
        foreach (var (ending, bases) in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < ShortestBase)
            {
                continue;
            }
            var stem = word[..^ending.Length];
            foreach (var added in bases)
            {
                yield return stem + added;
            }
            // bigger from big
            if (stem[^1] == stem[^2])
            {
                yield return stem[..^1];
            }
        }
    }
}
