namespace Bot.Retrieval.Clauses;

/// <summary>How one step of a clause's path is marked; steps of the same kind are siblings, never nested in each other.</summary>
public enum SubdivisionKind
{
    /// <summary><c>(b)</c></summary>
    LowerLetter,

    /// <summary><c>(3)</c></summary>
    Number,

    /// <summary><c>(A)</c></summary>
    UpperLetter,

    /// <summary><c>(ii)</c></summary>
    LowerRoman,

    /// <summary><c>(II)</c></summary>
    UpperRoman,

    /// <summary>第二款: the article's second paragraph.</summary>
    Kuan,

    /// <summary>第（三）项: a numbered item.</summary>
    Xiang,

    /// <summary>第1目: a point under an item.</summary>
    Mu,
}

/// <summary>One step below a section: <c>(b)</c>, 第二款.</summary>
/// <param name="Kind">How it is marked.</param>
/// <param name="Value">The marker's folded value: <c>b</c>, <c>3</c>, <c>ii</c>; Arabic digits for Chinese numerals.</param>
public readonly record struct Subdivision(SubdivisionKind Kind, string Value);
