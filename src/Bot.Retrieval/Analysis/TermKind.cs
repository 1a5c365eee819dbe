namespace Bot.Retrieval.Analysis;

/// <summary>What a term is made of.</summary>
internal enum TermKind
{
    /// <summary>One Han character.</summary>
    HanUnigram,

    /// <summary>Two Han characters that stand side by side.</summary>
    HanBigram,

    /// <summary>A stemmed word.</summary>
    Word,

    /// <summary>Digits, with a decimal point where there is one.</summary>
    Number,

    /// <summary>Letters and digits glued, hyphenated or spaced together: <c>sb1047</c>.</summary>
    Identifier,

    /// <summary>A number, amount or date by its value, the same in both languages.</summary>
    Quantity,
}
