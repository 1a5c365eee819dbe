using System.Numerics;
using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// A segment's terms by number, all in one stretch of characters, with a hash table of their numbers. The table's upper bits
/// keep a part of a term's hash: most words that it lacks are told without reading a term. Immutable.
/// </summary>
internal sealed class TermDictionary
{
    private readonly ReadOnlyMemory<char> _characters;
    private readonly ReadOnlyMemory<int> _starts;
    private readonly ReadOnlyMemory<uint> _slots;
    private readonly int _numberBits;

    /// <param name="characters">Of all terms.</param>
    /// <param name="starts">Where each term starts, and where the last ends.</param>
    /// <param name="slots">A power of two of them, more than there are terms.</param>
    internal TermDictionary(ReadOnlyMemory<char> characters, ReadOnlyMemory<int> starts, ReadOnlyMemory<uint> slots)
    {
        if (starts.IsEmpty || !BitOperations.IsPow2(slots.Length) || slots.Length < starts.Length || starts.Span[^1] != characters.Length)
        {
            throw new InvalidDataException("The dictionary's parts don't fit.");
        }
        (_characters, _starts, _slots) = (characters, starts, slots);
        _numberBits = NumberBits(Count);
    }

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<char> this[int term]
    {
        get
        {
            var starts = _starts.Span;
            return _characters.Span[starts[term]..starts[term + 1]];
        }
    }

    /// <exception cref="InvalidDataException">The parts don't fit.</exception>
    public static TermDictionary Load(ISectionReader reader, string name)
    {
        var (characters, starts, slots) = (reader.Read<char>($"{name}/characters"), reader.Read<int>($"{name}/starts"), reader.Read<uint>($"{name}/slots"));
        Columns.RequireStarts(starts.Span, characters.Length, $"{name}/starts");
        var terms = new TermDictionary(characters, starts, slots);
        terms.RequireNumbers($"{name}/slots");
        return terms;
    }

    public void Save(ISectionWriter writer, string name)
    {
        writer.Write($"{name}/characters", _characters.Span);
        writer.Write($"{name}/starts", _starts.Span);
        writer.Write($"{name}/slots", _slots.Span);
    }

    public bool TryFind(ReadOnlySpan<char> term, out int number)
    {
        var slots = _slots.Span;
        var hash = Hash(term);
        var numberMask = (uint)((1UL << _numberBits) - 1);
        var mark = hash & ~numberMask;
        for (var slot = (int)hash & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            number = (int)(slots[slot] & numberMask) - 1;
            if ((slots[slot] & ~numberMask) == mark && this[number].SequenceEqual(term))
            {
                return true;
            }
        }
        number = -1;
        return false;
    }

    // And a free slot, at which a search for an unknown term ends.
    private void RequireNumbers(string section)
    {
        var numberMask = (uint)((1UL << _numberBits) - 1);
        var free = 0;
        foreach (var slot in _slots.Span)
        {
            free += slot == 0 ? 1 : 0;
            Columns.Require(slot == 0 || Columns.IsOf((int)(slot & numberMask) - 1, Count), section);
        }
        Columns.Require(free > 0, section);
    }

    /// <summary>The same in every process: it is saved.</summary>
    internal static uint Hash(ReadOnlySpan<char> term)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var character in term)
        {
            hash = (hash ^ character) * 0x9E3779B97F4A7C15UL;
        }
        return (uint)((hash ^ (hash >> 29)) >> 16);
    }

    /// <summary>How many lower bits of a slot are a term's number plus 1.</summary>
    internal static int NumberBits(int terms) => 32 - BitOperations.LeadingZeroCount((uint)terms);
}
