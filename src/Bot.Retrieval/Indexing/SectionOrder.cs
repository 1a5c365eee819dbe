using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Retrieval.Indexing;

/// <summary>The place of a section among others: 22603.1 behind 22603, 120之1 behind 120, 10b-5 behind 10b.</summary>
internal readonly struct SectionOrder : IComparable<SectionOrder>, IEquatable<SectionOrder>
{
    private readonly ImmutableArray<int> _levels;

    private SectionOrder(ImmutableArray<int> levels) => _levels = levels;

    /// <summary>The number itself.</summary>
    public int First => _levels.IsDefaultOrEmpty ? 0 : _levels[0];

    public static SectionOrder Of(string section)
    {
        var levels = ImmutableArray.CreateBuilder<int>();
        var position = 0;
        while (position < section.Length)
        {
            var end = position;
            while (end < section.Length && char.IsAsciiDigit(section[end]))
            {
                end++;
            }
            if (end > position)
            {
                levels.Add(int.TryParse(section.AsSpan(position, end - position), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue);
                position = end;
                continue;
            }
            if (char.IsAsciiLetter(section[position]))
            {
                levels.Add(char.ToLowerInvariant(section[position]) - 'a' + 1);
            }
            position++;
        }
        return new(levels.ToImmutable());
    }

    public bool Equals(SectionOrder other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is SectionOrder other && Equals(other);

    public override int GetHashCode() => First;

    public int CompareTo(SectionOrder other)
    {
        for (var i = 0; i < _levels.Length && i < other._levels.Length; i++)
        {
            var order = _levels[i].CompareTo(other._levels[i]);
            if (order != 0)
            {
                return order;
            }
        }
        return _levels.Length.CompareTo(other._levels.Length);
    }
}
