namespace Bot.Host.Settings;

/// <summary>How passages are ranked.</summary>
internal sealed class SearchSettings
{
    public const string SectionName = "Search";

    /// <summary>Share of the vectors in a passage's score, 0 to 1; the rest is the words'.</summary>
    public double VectorWeight { get; set; } = 0.03;

    /// <summary>The same for passages in the other language than the question.</summary>
    public double TranslatedVectorWeight { get; set; } = 0.02;
}
