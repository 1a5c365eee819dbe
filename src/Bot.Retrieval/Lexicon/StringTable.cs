namespace Bot.Retrieval.Lexicon;

/// <summary>Strings in ordinal order in one block of memory: nothing is allocated for those that nobody asks for.</summary>
internal sealed class StringTable(char[] characters, int[] starts)
{
    public static StringTable Empty { get; } = new([], [0]);

    public int Count => starts.Length - 1;

    public ReadOnlySpan<char> this[int index] => characters.AsSpan(starts[index]..(starts[index + 1] - 1));

    /// <summary>The string's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var index = LowerBound(text, 0, Count);
        return index < Count && this[index].SequenceEqual(text) ? index : -1;
    }

    /// <summary>The numbers of all that the text starts with, shortest first.</summary>
    public PrefixEnumerator FindPrefixes(ReadOnlySpan<char> text) => new(this, text);

    private int LowerBound(ReadOnlySpan<char> text, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (this[middle].SequenceCompareTo(text) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    // The first behind all that start with the prefix.
    private int UpperBound(ReadOnlySpan<char> prefix, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (this[middle].StartsWith(prefix, StringComparison.Ordinal))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    /// <summary>Narrows the range of strings that agree with the text by one character a step.</summary>
    public ref struct PrefixEnumerator(StringTable table, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _low;
        private int _high = table.Count;
        private int _length;

        public int Current { get; private set; }

        public readonly PrefixEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_length < _text.Length && _low < _high)
            {
                var prefix = _text[..++_length];
                _low = table.LowerBound(prefix, _low, _high);
                _high = table.UpperBound(prefix, _low, _high);
                if (_low < _high && table[_low].Length == _length)
                {
                    Current = _low;
                    return true;
                }
            }
            return false;
        }
    }
}
