namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Collects names with where they stand. Used by one thread.</summary>
internal sealed class NameTableBuilder : IDisposable
{
    private readonly TermDictionaryBuilder _words = new();
    private readonly List<int> _terms = [];
    private readonly List<List<NameOccurrence>> _occurrences = [];

    public void Dispose() => _words.Dispose();

    /// <param name="nameWithTerm">See <see cref="NameTable"/>.</param>
    /// <param name="term">The term's number.</param>
    /// <param name="occurrence">Of a passage whose occurrences come one behind the other; passages in any order.</param>
    /// <returns>Whether the place is new.</returns>
    public bool Add(ReadOnlySpan<char> nameWithTerm, int term, NameOccurrence occurrence)
    {
        var name = _words.GetOrAdd(nameWithTerm);
        if (name == _terms.Count)
        {
            _terms.Add(term);
            _occurrences.Add([]);
        }
        var occurrences = _occurrences[name];
        if (occurrences.Count > 0 && occurrences[^1].Place == occurrence.Place)
        {
            return false;
        }
        occurrences.Add(occurrence);
        return true;
    }

    public NameTable Build()
    {
        var starts = new int[_terms.Count + 1];
        for (var name = 0; name < _terms.Count; name++)
        {
            _occurrences[name].Sort((one, other) => one.Place.CompareTo(other.Place));
            starts[name + 1] = starts[name] + _occurrences[name].Count;
        }
        return NameTable.Of(_words.Build(), [.. _terms], starts, [.. _occurrences.SelectMany(occurrences => occurrences)]);
    }
}
