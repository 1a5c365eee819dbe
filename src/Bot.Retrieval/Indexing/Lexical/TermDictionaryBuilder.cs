using System.Numerics;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Numbers terms in the order in which they come. Most terms are all of their <see cref="TermKey"/>, so that they are found by
/// one look at the table. Used by one thread.
/// </summary>
internal sealed class TermDictionaryBuilder : IDisposable
{
    private readonly GrowingMemory<char> _characters = new(4096);
    private readonly GrowingMemory<int> _starts = new(1024);
    private GrowingMemory<Slot> _slots = new(2048);

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int term] => _characters.Span[_starts[term].._starts[term + 1]];

    public void Dispose()
    {
        _characters.Dispose();
        _starts.Dispose();
        _slots.Dispose();
    }

    public int GetOrAdd(ReadOnlySpan<char> term) => GetOrAdd(TermKey.Of(term), term);

    /// <param name="key">The term's.</param>
    /// <param name="term">May be left out where the key is whole.</param>
    public int GetOrAdd(ulong key, ReadOnlySpan<char> term)
    {
        var slots = _slots.Span;
        var slot = Start(key, slots.Length);
        for (; slots[slot].Number != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var number = slots[slot].Number - 1;
            if (slots[slot].Key == key && (TermKey.IsWhole(key) || this[number].SequenceEqual(term)))
            {
                return number;
            }
        }
        return Add(term, key, slot);
    }

    /// <summary>Makes a term that is soon looked for quicker to find.</summary>
    public void Announce(ulong key) => CacheHint.WillNeed(in _slots[Start(key, _slots.Length)]);

    /// <summary>Gives the table back, which is most of its memory: no term is looked for or added from here on.</summary>
    public void Seal() => _slots.Dispose();

    public TermDictionary Build()
    {
        var numberMask = (uint)((1UL << TermDictionary.NumberBits(Count)) - 1);
        var slots = new uint[SlotCount(Count)];
        for (var number = 0; number < Count; number++)
        {
            var hash = TermDictionary.Hash(this[number]);
            var slot = (int)hash & (slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }
            slots[slot] = (hash & ~numberMask) | (uint)(number + 1);
        }
        return new(_characters.Span[.._starts[Count]].ToArray(), _starts.Span[..(Count + 1)].ToArray(), slots);
    }

    // Between three and six in eight are taken.
    private static int SlotCount(int terms) => (int)BitOperations.RoundUpToPowerOf2((uint)((terms * 4L / 3) + 1));

    private static int Start(ulong key, int slots) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (slots - 1);

    private int Add(ReadOnlySpan<char> term, ulong key, int slot)
    {
        if (Count + 2 > _starts.Length)
        {
            _starts.Grow(Count + 2);
        }
        var start = _starts[Count];
        var length = TermKey.IsWhole(key) ? TermKey.LengthOf(key) : term.Length;
        if (start + length > _characters.Length)
        {
            _characters.Grow(start + length);
        }
        var characters = _characters.Span.Slice(start, length);
        if (TermKey.IsWhole(key))
        {
            TermKey.Write(key, characters);
        }
        else
        {
            term.CopyTo(characters);
        }
        _slots[slot] = new(key, ++Count);
        _starts[Count] = start + length;
        // Fuller, looking gets slower; emptier, the table would be most of what a build needs beside the index.
        if (Count * 3L > _slots.Length * 2L)
        {
            Grow();
        }
        return Count - 1;
    }

    private void Grow()
    {
        var grown = new GrowingMemory<Slot>(2 * _slots.Length);
        var slots = grown.Span;
        foreach (var taken in _slots.Span)
        {
            if (taken.Number != 0)
            {
                var slot = Start(taken.Key, slots.Length);
                while (slots[slot].Number != 0)
                {
                    slot = (slot + 1) & (slots.Length - 1);
                }
                slots[slot] = taken;
            }
        }
        _slots.Dispose();
        _slots = grown;
    }

    /// <param name="Key">See <see cref="TermKey"/>.</param>
    /// <param name="Number">The term's, plus 1; 0 where the slot is free.</param>
    private readonly record struct Slot(ulong Key, int Number);
}
