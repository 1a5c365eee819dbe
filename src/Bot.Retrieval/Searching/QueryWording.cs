using System.Collections.Immutable;
using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>A way of writing a question's term.</summary>
/// <param name="Ids">The index terms that must all occur, in text order.</param>
/// <param name="Weight">Above 0, up to 1.</param>
internal sealed record QueryWording(ImmutableArray<int> Ids, double Weight)
{
    /// <summary>The one that the fewest passages have.</summary>
    public required int Rarest { get; init; }

    /// <summary>Whether it is only a part of how the concept is written.</summary>
    public bool IsPart { get; init; }

    public bool IsIn(ReadOnlySpan<int> words)
    {
        foreach (var id in Ids)
        {
            if (!words.Contains(id))
            {
                return false;
            }
        }
        return true;
    }

    public bool IsInPassage(int passage, LexicalIndex index)
    {
        foreach (var id in Ids)
        {
            if (!index.TryGetPosting(passage, id, out _))
            {
                return false;
            }
        }
        return true;
    }

    public bool IsInTitle(int passage, LexicalIndex index)
    {
        foreach (var id in Ids)
        {
            if (!index.TitleContains(passage, id))
            {
                return false;
            }
        }
        return true;
    }
}
