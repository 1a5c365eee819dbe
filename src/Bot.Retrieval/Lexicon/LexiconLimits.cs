namespace Bot.Retrieval.Lexicon;

/// <summary>Sizes that <c>tools/lexicon</c> keeps to.</summary>
internal static class LexiconLimits
{
    /// <summary>Words in the longest English phrase.</summary>
    public const int LongestPhrase = 10;

    /// <summary>Characters in the longest Chinese word that segmentation looks for; longer ones are whole sayings.</summary>
    public const int LongestHeadword = 16;
}
