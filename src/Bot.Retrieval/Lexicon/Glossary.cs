using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Groups of terms that mean the same, from <c>seeds/glossary.yml</c>. Terms are compared folded (<see cref="TextFolder"/>).
/// Immutable, and safe to use from many threads at once.
/// </summary>
public sealed class Glossary
{
    // A start needs the groups alone.
    private readonly Lazy<GlossaryTerms> _terms;

    /// <param name="groups">A term in several of them belongs to the first.</param>
    public Glossary(ImmutableArray<GlossaryGroup> groups)
    {
        Groups = groups;
        _terms = new(() => new(groups));
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
        return _terms.Value.Find(folded) is { } group
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
        var terms = _terms.Value;
        var matches = new List<GlossaryMatch>();
        for (var start = 0; start < foldedText.Length;)
        {
            if (terms.LongestAt(foldedText, start) is { } match)
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
}
