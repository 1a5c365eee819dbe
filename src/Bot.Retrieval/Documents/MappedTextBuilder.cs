namespace Bot.Retrieval.Documents;

/// <summary>Collects characters with where each came from.</summary>
internal sealed class MappedTextBuilder(int capacity = 256)
{
    private readonly List<int> _starts = [];
    private readonly List<int> _origins = [];
    private char[] _characters = new char[Math.Max(16, capacity)];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, Length);

    public void Append(char character, int origin)
    {
        StartRun(origin);
        Reserve(1);
        _characters[Length++] = character;
    }

    /// <summary>Characters that stand side by side in the text they come from too.</summary>
    public void Append(ReadOnlySpan<char> characters, int firstOrigin)
    {
        if (characters.IsEmpty)
        {
            return;
        }
        StartRun(firstOrigin);
        Reserve(characters.Length);
        characters.CopyTo(_characters.AsSpan(Length));
        Length += characters.Length;
    }

    /// <summary>Takes back what was appended last.</summary>
    public void Truncate(int length)
    {
        Length = length;
        while (_starts.Count > 0 && _starts[^1] >= length)
        {
            _starts.RemoveAt(_starts.Count - 1);
            _origins.RemoveAt(_origins.Count - 1);
        }
    }

    public MappedText Build() =>
        Length == 0 ? MappedText.Unchanged("") : new(Characters.ToString(), [.. _starts], [.. _origins]);

    private void StartRun(int origin)
    {
        if (_starts.Count == 0 || _origins[^1] + Length - _starts[^1] != origin)
        {
            _starts.Add(Length);
            _origins.Add(origin);
        }
    }

    private void Reserve(int more)
    {
        if (Length + more > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + more));
        }
    }
}
