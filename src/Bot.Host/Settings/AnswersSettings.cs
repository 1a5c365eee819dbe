namespace Bot.Host.Settings;

/// <summary>How answers are made.</summary>
internal sealed class AnswersSettings
{
    public const string SectionName = "Answers";

    /// <summary>At most so many quotes in an answer.</summary>
    public int MaximumCitations { get; set; } = 3;
}
