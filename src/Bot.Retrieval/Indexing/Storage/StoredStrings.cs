namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The short strings of a snapshot by number, made when they are first asked for. Thread-safe.</summary>
internal sealed class StoredStrings
{
    /// <summary>Stands for the number of no string.</summary>
    public const int None = -1;

    public const string StartsName = "strings/starts";
    public const string CharactersName = "strings/characters";

    private readonly ReadOnlyMemory<int> _starts;
    private readonly ReadOnlyMemory<char> _characters;
    private readonly string?[] _made;

    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public StoredStrings(ISectionReader reader)
    {
        (_starts, _characters) = (reader.Read<int>(StartsName), reader.Read<char>(CharactersName));
        Columns.RequireStarts(_starts.Span, _characters.Length, StartsName);
        _made = new string?[_starts.Length - 1];
    }

    public string this[int number] => _made[number] ??= Make(number);

    public string? OrNull(int number) => number == None ? null : this[number];

    /// <summary>Whether there is a string of that number.</summary>
    public bool Has(int number) => Columns.IsOf(number, _made.Length);

    public bool HasOrNone(int number) => number == None || Has(number);

    public bool Has(ReadOnlySpan<int> numbers) => Columns.AreOf(numbers, _made.Length);

    private string Make(int number)
    {
        var starts = _starts.Span;
        return new(_characters.Span[starts[number]..starts[number + 1]]);
    }
}
