namespace Bot.Retrieval.Lexicon;

/// <summary>
/// How likely a headword and a phrase mean the same. A translation that comes late among its headword's, is archaic, or
/// explains rather than translates, is rarely the one that a text means.
/// </summary>
internal static class TranslationWeight
{
    private const double Decay = 0.25;

    public static Comparison<Translation> LikeliestFirst { get; } = static (a, b) =>
        b.Weight.CompareTo(a.Weight) is var byWeight and not 0 ? byWeight : string.CompareOrdinal(a.Text, b.Text);

    public static TranslationTraits TraitsOf(LexiconData data, int sense)
    {
        var traits = (TranslationTraits)(data.SenseRanks[sense] & 15);
        return data.Headwords[data.HeadwordOfSense[sense]].Length == 1 ? traits | TranslationTraits.SingleCharacter : traits;
    }

    /// <summary>From the Chinese word: which of its meanings is this?</summary>
    public static double OfSense(LexiconData data, int sense)
    {
        var traits = TraitsOf(data, sense);
        var weight = 1 / (1 + (Decay * (data.SenseRanks[sense] >> 4)));
        weight *= traits.HasFlag(TranslationTraits.Rare) ? 0.4 : 1;
        weight *= traits.HasFlag(TranslationTraits.Borrowed) ? 0.8 : 1;
        weight *= traits.HasFlag(TranslationTraits.Description) ? 0.5 : 1;
        return weight * (traits.HasFlag(TranslationTraits.SingleCharacter) ? 0.5 : 1);
    }

    /// <summary>
    /// From the English phrase: which of the words that can mean it is written? Many headwords share one short gloss, and
    /// those that other words are built with are the common ones.
    /// </summary>
    public static double OfHeadword(LexiconData data, int sense)
    {
        var headword = data.HeadwordOfSense[sense];
        var length = data.Headwords[headword].Length;
        var common = Math.Min(1, Math.Log2(1 + data.Productivity[headword]) / 5);
        var weight = OfSense(data, sense) * (0.6 + (0.4 * common));
        // Sayings are glossed by what they come to, and seldom stand where the plain word would.
        return weight * (length > 3 && !TraitsOf(data, sense).HasFlag(TranslationTraits.Name) ? 0.7 : 1);
    }
}
