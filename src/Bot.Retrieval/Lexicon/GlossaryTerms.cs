using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>The terms of a glossary, folded, for looking them up. Immutable and thread-safe.</summary>
internal sealed class GlossaryTerms
{
    private readonly Dictionary<string, GlossaryGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GlossaryGroup>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<char, int[]> _lengthsByFirst;

    /// <param name="groups">A term in several of them belongs to the first.</param>
    public GlossaryTerms(ImmutableArray<GlossaryGroup> groups)
    {
        foreach (var group in groups)
        {
            foreach (var term in group.Terms)
            {
                _groups.TryAdd(Glossary.Fold(term), group);
            }
        }
        _groups.Remove("");
        _lookup = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengthsByFirst = _groups.Keys
            .GroupBy(term => term[0], term => term.Length)
            .ToDictionary(terms => terms.Key, terms => terms.Distinct().OrderDescending().ToArray());
    }

    /// <summary>The group of a folded term, or null.</summary>
    public GlossaryGroup? Find(string folded) => _groups.GetValueOrDefault(folded);

    /// <summary>The longest term that starts there, or null.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="start">Within the text.</param>
    public GlossaryMatch? LongestAt(string text, int start)
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
