namespace Bot.Retrieval.Analysis;

/// <summary>The words that Porter2 lists by hand.</summary>
internal static class EnglishStemmerExceptions
{
    /// <summary>Words with a stem of their own, which no rule touches.</summary>
    public static bool TryStem(Span<char> word, out int length)
    {
        ReadOnlySpan<char> whole = word;
        var stem = whole switch
        {
            "skis" => "ski",
            "skies" => "sky",
            "dying" => "die",
            "lying" => "lie",
            "tying" => "tie",
            "idly" => "idl",
            "gently" => "gentl",
            "ugly" => "ugli",
            "early" => "earli",
            "only" => "onli",
            "singly" => "singl",
            "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => whole,
            _ => [],
        };
        length = stem.Length;
        if (length > 0)
        {
            stem.CopyTo(word);
        }
        return length > 0;
    }

    /// <summary>Words that are left alone once their plural ending is off.</summary>
    public static bool IsWholeAfterPlural(ReadOnlySpan<char> word) =>
        word is "inning" or "outing" or "canning" or "herring" or "earring" or "proceed" or "exceed" or "succeed";

    /// <summary>Beginnings after which the first region starts at once; 0 where the word has none.</summary>
    public static int FirstRegionStart(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("commun"))
        {
            return "commun".Length;
        }
        return word.StartsWith("gener") || word.StartsWith("arsen") ? "gener".Length : 0;
    }
}
