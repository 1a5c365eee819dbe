using System.Collections.Immutable;
using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching;

/// <summary>What a question asks for, as one snapshot's index knows it.</summary>
/// <param name="Text">The question's own words for it.</param>
/// <param name="Wordings">The ways of writing it that some passage has; empty where none has any.</param>
/// <param name="Mass">Its weight times its idf; what no passage has counts as the rarest.</param>
/// <param name="Weight">Its certainty times its idf against a background: what it counts when asked how sure the answer is.</param>
internal sealed record QueryTerm(string Text, ImmutableArray<QueryWording> Wordings, double Mass, double Weight)
{
    public bool IsKnown => !Wordings.IsEmpty;

    /// <summary>How often a passage writes it, saturated; 0 where it doesn't.</summary>
    public double Occurrence(PassageTerms passage)
    {
        var best = 0.0;
        foreach (var wording in Wordings)
        {
            best = Math.Max(best, wording.Occurrence(passage));
        }
        return best;
    }

    /// <summary>How well each sentence of a passage writes it, 0 to 1.</summary>
    public double[] InSentences(PassageTerms passage)
    {
        var held = new double[passage.SentenceCount];
        Span<ulong> sentences = stackalloc ulong[passage.SentenceWords];
        foreach (var wording in Wordings)
        {
            wording.FindSentences(passage, sentences);
            for (var sentence = 0; sentence < held.Length; sentence++)
            {
                if ((sentences[sentence >> 6] >> (sentence & 63) & 1) != 0)
                {
                    held[sentence] = Math.Max(held[sentence], wording.Weight);
                }
            }
        }
        return held;
    }

    /// <summary>The likeliest wording that a passage has; null where it has none.</summary>
    public QueryWording? BestWording(PassageTerms passage)
    {
        QueryWording? best = null;
        foreach (var wording in Wordings)
        {
            if ((best is null || wording.Weight > best.Weight) && wording.IsIn(passage))
            {
                best = wording;
            }
        }
        return best;
    }

    /// <summary>How well a passage's title and headings write it, 0 to 1.</summary>
    public double InTitle(PassageTerms passage)
    {
        var best = 0.0;
        foreach (var wording in Wordings)
        {
            if (wording.Weight > best && wording.IsInTitle(passage))
            {
                best = wording.Weight;
            }
        }
        return best;
    }
}
