namespace Bot.Retrieval.Answering;

/// <summary>What kind of words would answer a question.</summary>
internal enum QuestionType
{
    /// <summary>Anything: no form tells.</summary>
    Other,

    /// <summary>A number, an amount, an age.</summary>
    Quantity,

    /// <summary>A date, a year, a span of time.</summary>
    Time,

    /// <summary>A person or a body.</summary>
    Who,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A section or article.</summary>
    Clause,

    /// <summary>Yes or no: no form tells.</summary>
    YesNo,
}
