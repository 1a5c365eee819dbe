using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Groups of terms that mean the same, from <c>seeds/glossary.yml</c>. Terms are compared folded (<see cref="TextFolder"/>).
/// Immutable, and safe to use from many threads at once.
/// </summary>
public sealed class Glossary
{
    private readonly Dictionary<string, GlossaryGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GlossaryGroup>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<char, int[]> _lengthsByFirst;

    /// <param name="groups">A term in several of them belongs to the first.</param>
    public Glossary(ImmutableArray<GlossaryGroup> groups)
    {
        Groups = groups;
        foreach (var group in groups)
        {
            foreach (var term in group.Terms)
            {
                _groups.TryAdd(Fold(term), group);
            }
        }
        _groups.Remove("");
        _lookup = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengthsByFirst = _groups.Keys
            .GroupBy(term => term[0], term => term.Length)
            .ToDictionary(terms => terms.Key, terms => terms.Distinct().OrderDescending().ToArray());
    }

    public static Glossary Empty { get; } = new([]);

    public ImmutableArray<GlossaryGroup> Groups { get; }

    /// <summary>Whether both say the same, in the same words and order.</summary>
    public bool HasSameGroupsAs(Glossary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Groups.Length == other.Groups.Length && Groups.Zip(other.Groups).All(pair => pair.First.Terms.SequenceEqual(pair.Second.Terms));
    }

    /// <summary>A term as look-ups compare it: folded, with single spaces.</summary>
    public static string Fold(string term) =>
        string.Join(' ', TextFolder.FoldToString(term).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The other terms of the group that a term belongs to, folded; none where no group has it.</summary>
    public IReadOnlyList<string> OthersOf(string term)
    {
        var folded = Fold(term);
        return _groups.TryGetValue(folded, out var group)
            ? [.. group.Terms.Select(Fold).Distinct(StringComparer.Ordinal).Where(other => other != folded)]
            : [];
    }

    /// <summary>
    /// The terms in a folded text, from left to right, the longest at each place, none overlapping. A term in an alphabet
    /// matches whole words, and an English plural.
    /// </summary>
    public IReadOnlyList<GlossaryMatch> FindAll(string foldedText)
    {
        ArgumentNullException.ThrowIfNull(foldedText);
        var matches = new List<GlossaryMatch>();
        for (var start = 0; start < foldedText.Length;)
        {
            if (LongestAt(foldedText, start) is { } match)
            {
                matches.Add(match);
                start = match.Span.End;
            }
            else
            {
                start++;
            }
        }
        return matches;
    }

    private GlossaryMatch? LongestAt(string text, int start)
    {
        if (!_lengthsByFirst.TryGetValue(text[start], out var lengths)
            || (start > 0 && Characters.IsWordCharacter(text[start]) && Characters.IsWordCharacter(text[start - 1])))
        {
            return null;
        }
        foreach (var length in lengths)
        {
            if (start + length > text.Length || !_lookup.TryGetValue(text.AsSpan(start, length), out var term, out var group))
            {
                continue;
            }
            var end = start + length;
            if (!Characters.IsWordCharacter(text[end - 1]) || !ContinuesWord(text, end))
            {
                return new(new(start, length), group, term);
            }
            if (text[end] == 's' && !ContinuesWord(text, end + 1))
            {
                return new(new(start, length + 1), group, term);
            }
        }
        return null;
    }

    private static bool ContinuesWord(string text, int end) => end < text.Length && Characters.IsWordCharacter(text[end]);
}
