namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>What is done to a set's corpus, so that questions of which the answer is known become unanswerable.</summary>
public enum CalibrationScenario
{
    /// <summary>Nothing.</summary>
    AsIs,

    /// <summary>Half of the articles are left out, then the other half.</summary>
    HalfLeftOut,

    /// <summary>A corpus of a few dozen passages is cut out of it.</summary>
    Small,

    /// <summary>Half of the passages are left out, and the others of their articles stay: the topic is there.</summary>
    PassageLeftOut,

    /// <summary>The sentences with the answer are cut out of the right passage: all but the fact is there.</summary>
    FactCutOut,
}
