namespace Bot.Host.Settings;

/// <summary>How answers are made.</summary>
internal sealed class AnswersSettings
{
    public const string SectionName = "Answers";

    /// <summary>At most so many quotes in an answer.</summary>
    public int MaximumCitations { get; set; } = 3;

    /// <summary>Answer when the confidence is at least this, 0 to 1.</summary>
    public double Threshold { get; set; } = 0.5;
}
