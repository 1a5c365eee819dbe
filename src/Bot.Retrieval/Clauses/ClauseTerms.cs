namespace Bot.Retrieval.Clauses;

/// <summary>The terms by which passages and questions that speak of the same clause meet in a lexical index.</summary>
public static class ClauseTerms
{
    /// <summary>
    /// One term for the clause and one for each that encloses it, without the code and, where it has one, with it:
    /// <c>§22603(b)</c>, <c>§22603</c>, <c>§sb1047 22603(b)</c>, <c>§sb1047 22603</c>.
    /// </summary>
    public static IEnumerable<string> Of(ClauseReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        for (var depth = reference.Path.Length; depth >= 0; depth--)
        {
            var place = ClauseKey.Of(reference.Section, reference.Path.AsSpan()[..depth]);
            yield return $"§{place}";
            if (reference.Code is not null)
            {
                yield return $"§{reference.Code} {place}";
            }
        }
    }
}
