using System.Collections.Immutable;
using Bot.Retrieval.Indexing.Lexical;

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

    /// <summary>Whether a passage has all of it.</summary>
    public bool IsIn(PassageTerms passage)
    {
        foreach (var id in Ids)
        {
            if (!passage.Has(id))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>How often a passage writes it, saturated; 0 where it lacks a part.</summary>
    public double Occurrence(PassageTerms passage)
    {
        var least = double.MaxValue;
        foreach (var id in Ids)
        {
            least = Math.Min(least, passage.Saturated(id));
            if (least == 0)
            {
                return 0;
            }
        }
        return least * Weight;
    }

    /// <summary>Finds the sentences that have all of it.</summary>
    /// <param name="passage">Whose sentences are meant.</param>
    /// <param name="sentences">Takes a bit for each; as many as <see cref="PassageTerms.SentenceWords"/> says.</param>
    public void FindSentences(PassageTerms passage, Span<ulong> sentences)
    {
        Span<ulong> own = stackalloc ulong[sentences.Length];
        sentences.Fill(ulong.MaxValue);
        foreach (var id in Ids)
        {
            own.Clear();
            passage.AddSentences(id, own);
            for (var word = 0; word < own.Length; word++)
            {
                sentences[word] &= own[word];
            }
            if (!sentences.ContainsAnyExcept(0UL))
            {
                return;
            }
        }
    }

    /// <summary>Whether a passage's title and headings have all of it.</summary>
    public bool IsInTitle(PassageTerms passage)
    {
        foreach (var id in Ids)
        {
            if (!passage.HasInTitle(id))
            {
                return false;
            }
        }
        return true;
    }
}
