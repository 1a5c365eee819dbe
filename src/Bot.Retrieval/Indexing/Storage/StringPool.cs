namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Collects the short strings of a snapshot, each once.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];

    /// <summary>The string's number; <see cref="StoredStrings.None"/> for null.</summary>
    public int Add(string? value)
    {
        if (value is null)
        {
            return StoredStrings.None;
        }
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers[value] = number = _strings.Count;
            _strings.Add(value);
        }
        return number;
    }

    public void Save(ISectionWriter writer)
    {
        var starts = new int[_strings.Count + 1];
        for (var i = 0; i < _strings.Count; i++)
        {
            starts[i + 1] = checked(starts[i] + _strings[i].Length);
        }
        var characters = new char[starts[^1]];
        for (var i = 0; i < _strings.Count; i++)
        {
            _strings[i].CopyTo(characters.AsSpan(starts[i]));
        }
        writer.Write<int>(StoredStrings.StartsName, starts);
        writer.Write<char>(StoredStrings.CharactersName, characters);
    }
}
