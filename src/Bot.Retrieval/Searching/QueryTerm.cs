using System.Collections.Immutable;
using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>What a question asks for, as one snapshot's index knows it.</summary>
/// <param name="Text">The question's own words for it.</param>
/// <param name="Wordings">The ways of writing it that some passage has; empty where none has any.</param>
/// <param name="Mass">Its weight times its idf; what no passage has counts as the rarest.</param>
/// <param name="Weight">Its certainty times its idf against a background: what it counts when asked how sure the answer is.</param>
internal sealed record QueryTerm(string Text, ImmutableArray<QueryWording> Wordings, double Mass, double Weight)
{
    public bool IsKnown => !Wordings.IsEmpty;

    /// <summary>
    /// The term with those of its wordings alone that a passage has: most aren't there at all, and needn't be looked for in
    /// each of its sentences.
    /// </summary>
    public QueryTerm Within(int passage, LexicalIndex index)
    {
        var wordings = Wordings.Length == 1 ? Wordings : Wordings.RemoveAll(wording => !wording.IsInPassage(passage, index));
        return wordings.Length == Wordings.Length ? this : this with { Wordings = wordings };
    }

    /// <summary>How well a sentence writes it, 0 to 1.</summary>
    public double In(ReadOnlySpan<int> words)
    {
        var best = 0.0;
        foreach (var wording in Wordings)
        {
            if (wording.Weight > best && wording.IsIn(words))
            {
                best = wording.Weight;
            }
        }
        return best;
    }

    /// <summary>The likeliest wording that a passage has; null where it has none.</summary>
    public QueryWording? BestWording(int passage, LexicalIndex index)
    {
        QueryWording? best = null;
        foreach (var wording in Wordings)
        {
            if ((best is null || wording.Weight > best.Weight) && LexicalSearch.Occurrence(passage, wording, index) > 0)
            {
                best = wording;
            }
        }
        return best;
    }

    /// <summary>How well a passage's title and headings write it, 0 to 1.</summary>
    public double InTitle(int passage, LexicalIndex index)
    {
        var best = 0.0;
        foreach (var wording in Wordings)
        {
            if (wording.Weight > best && wording.IsInTitle(passage, index))
            {
                best = wording.Weight;
            }
        }
        return best;
    }
}
