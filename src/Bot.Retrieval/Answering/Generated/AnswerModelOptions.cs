namespace Bot.Retrieval.Answering.Generated;

/// <summary>How a language model is asked.</summary>
public sealed class AnswerModelOptions
{
    /// <summary>The model's first words must come within this, or the answer is extractive.</summary>
    public TimeSpan FirstToken { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Everything the model does for one answer must be over within this.</summary>
    public TimeSpan Whole { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Passages shown to the model.</summary>
    public int Passages { get; set; } = 6;

    /// <summary>Longest part of a passage that is shown, in UTF-16 code units.</summary>
    public int MaximumPassageLength { get; set; } = 3000;

    /// <summary>Most tokens that the model may write for one answer.</summary>
    public int MaximumOutputTokens { get; set; } = 1200;
}
