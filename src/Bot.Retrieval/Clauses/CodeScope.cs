namespace Bot.Retrieval.Clauses;

/// <summary>How a mention says which code its clauses belong to.</summary>
public enum CodeScope
{
    /// <summary>It doesn't.</summary>
    None,

    /// <summary>By a name, in <see cref="ClauseReference.Code"/>.</summary>
    Named,

    /// <summary>本法, "this Act": the code that the text itself is.</summary>
    Own,

    /// <summary>该法, "that Act": one that was named before.</summary>
    Earlier,

    /// <summary>Something that is no code, such as a contract: 合同第五条.</summary>
    Other,
}
