namespace Bot.Retrieval.Text;

/// <summary>Collects folded characters with where they came from.</summary>
/// <param name="length">How many there will be, if each stays one.</param>
internal struct FoldingBuffer(int length)
{
    private char[] _characters = new char[length];
    private int[] _origins = new int[length + 1];
    private int _count;

    public void Add(char character, int origin)
    {
        if (_count == _characters.Length)
        {
            Array.Resize(ref _characters, (2 * _count) + 16);
            Array.Resize(ref _origins, _characters.Length + 1);
        }
        _characters[_count] = character;
        _origins[_count++] = origin;
    }

    /// <param name="length">The source's.</param>
    public FoldedText ToText(int length)
    {
        Array.Resize(ref _origins, _count + 1);
        _origins[_count] = length;
        return new(new string(_characters, 0, _count), _origins);
    }
}
