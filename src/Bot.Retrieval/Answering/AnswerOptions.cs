namespace Bot.Retrieval.Answering;

/// <summary>When and how much is answered.</summary>
public sealed class AnswerOptions
{
    /// <summary>Answer when the confidence is at least this, 0 to 1. Calibrated so that 0.5 weighs wrong answers and wrong refusals the same.</summary>
    public double Threshold { get; set; } = 0.5;

    /// <summary>At most this many citations in an answer.</summary>
    public int MaximumCitations { get; set; } = 3;
}
