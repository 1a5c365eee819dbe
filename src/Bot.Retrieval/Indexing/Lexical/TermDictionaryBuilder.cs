using System.Numerics;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Numbers terms in the order in which they come. Used by one thread.</summary>
internal sealed class TermDictionaryBuilder
{
    private char[] _characters = new char[4096];
    private int[] _starts = new int[1024];
    private uint[] _hashes = new uint[1024];
    private int[] _slots = new int[2048];

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int term] => _characters.AsSpan(_starts[term].._starts[term + 1]);

    public int GetOrAdd(ReadOnlySpan<char> term)
    {
        var hash = TermDictionary.Hash(term);
        var slot = (int)hash & (_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (_hashes[number] == hash && this[number].SequenceEqual(term))
            {
                return number;
            }
        }
        return Add(term, hash, slot);
    }

    public TermDictionary Build()
    {
        var numberMask = (uint)((1UL << TermDictionary.NumberBits(Count)) - 1);
        var slots = new uint[SlotCount(Count)];
        for (var number = 0; number < Count; number++)
        {
            slots[Free(slots, _hashes[number])] = (_hashes[number] & ~numberMask) | (uint)(number + 1);
        }
        return new(_characters.AsSpan(0, _starts[Count]).ToArray(), _starts.AsSpan(0, Count + 1).ToArray(), slots);
    }

    // Between three and six in eight are taken.
    private static int SlotCount(int terms) => (int)BitOperations.RoundUpToPowerOf2((uint)((terms * 4L / 3) + 1));

    private static int Free<T>(T[] slots, uint hash)
        where T : INumber<T>
    {
        var slot = (int)hash & (slots.Length - 1);
        while (slots[slot] != T.Zero)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }
        return slot;
    }

    private int Add(ReadOnlySpan<char> term, uint hash, int slot)
    {
        if (Count + 2 > _starts.Length)
        {
            Array.Resize(ref _starts, 2 * _starts.Length);
            Array.Resize(ref _hashes, 2 * _hashes.Length);
        }
        var start = _starts[Count];
        if (start + term.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(start + term.Length, 2 * _characters.Length));
        }
        term.CopyTo(_characters.AsSpan(start));
        _hashes[Count] = hash;
        _slots[slot] = ++Count;
        _starts[Count] = start + term.Length;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }
        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (var number = 0; number < Count; number++)
        {
            _slots[Free(_slots, _hashes[number])] = number + 1;
        }
    }
}
