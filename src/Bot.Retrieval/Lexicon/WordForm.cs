namespace Bot.Retrieval.Lexicon;

/// <summary>One way to read a word that is looked up.</summary>
/// <param name="Text">The word, its lemma or another spelling.</param>
/// <param name="Stem">The number of its stem in the dictionary.</param>
/// <param name="Closeness">1 for the word itself, less for what was made of it.</param>
internal readonly record struct WordForm(string Text, int Stem, double Closeness)
{
    /// <summary>How much a word of the same stem can be trusted to mean the same: inflections are, derivations less.</summary>
    public double LikenessTo(ReadOnlySpan<char> written)
    {
        ReadOnlySpan<char> asked = Text;
        if (asked.SequenceEqual(written))
        {
            return Closeness;
        }
        var common = asked.CommonPrefixLength(written);
        return IsInflection(asked[common..]) && IsInflection(written[common..]) ? Closeness * 0.9 : Closeness * 0.6;
    }

    private static bool IsInflection(ReadOnlySpan<char> ending) =>
        ending is "" or "s" or "es" or "d" or "ed" or "e" or "ing" or "y" or "ies" or "ied"
        // stop, stopped, stopping
        || (ending.Length > 2 && ending[1..] is "ed" or "ing");
}
