namespace Bot.Retrieval.Lexicon;

/// <summary>British spellings of words that the dictionary writes the American way.</summary>
internal static class SpellingVariants
{
    private static readonly (string British, string American)[] Patterns =
    [
        ("isation", "ization"),
        ("ise", "ize"),
        ("ising", "izing"),
        ("yse", "yze"),
        ("our", "or"),
        ("ence", "ense"),
        ("tre", "ter"),
        ("ogue", "og"),
        ("lled", "led"),
        ("lling", "ling"),
        ("ller", "ler"),
        ("aeo", "eo"),
        ("amme", "am"),
        ("gement", "gment"),
    ];

    public static IEnumerable<string> Of(string word)
    {
        foreach (var (british, american) in Patterns)
        {
            var position = word.LastIndexOf(british, StringComparison.Ordinal);
            if (position > 1)
            {
                yield return string.Concat(word.AsSpan(0, position), american, word.AsSpan(position + british.Length));
            }
        }
    }
}
