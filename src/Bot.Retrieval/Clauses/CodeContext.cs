namespace Bot.Retrieval.Clauses;

/// <summary>What the words around a clause say of its code.</summary>
/// <param name="Scope">How they say it.</param>
/// <param name="Key">The code's key where they name one.</param>
/// <param name="Name">Its name as written.</param>
/// <param name="Candidate">The words before the clause in which a known code's name may end.</param>
/// <param name="Edge">Where those words start (before the clause) or end (behind it): the mention reaches so far.</param>
internal readonly record struct CodeContext(CodeScope Scope, string? Key, string? Name, string? Candidate, int Edge)
{
    public static CodeContext Nothing(int edge, string? candidate = null) => new(CodeScope.None, null, null, candidate, edge);

    /// <summary>Nothing, where the name leaves no key.</summary>
    public static CodeContext Named(string name, string? candidate, int edge) =>
        CodeKey.Of(name) is { Length: > 0 } key ? new(CodeScope.Named, key, name, candidate, edge) : Nothing(edge, candidate);
}
