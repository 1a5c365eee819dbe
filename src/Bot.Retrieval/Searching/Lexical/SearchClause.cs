using System.Numerics;
using System.Runtime.CompilerServices;
using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>One of a question's terms in one segment: the best of its wordings counts.</summary>
/// <param name="wordings">Those that the segment may have, the heaviest first; at least one.</param>
/// <param name="mass">In <see cref="FixedScore"/>'s units.</param>
internal sealed class SearchClause(ClauseWording[] wordings, double mass)
{
    /// <summary>What it adds to a passage's score.</summary>
    public long Score(int place)
    {
        var best = 0.0;
        foreach (var wording in wordings)
        {
            if (wording.Weight * FieldNorms.Most <= best)
            {
                break;
            }
            best = Math.Max(best, wording.Occurrence(place));
        }
        return FixedScore.Of(mass, best);
    }

    /// <summary>Adds its mass to those of the sentences that write it, as well as they do.</summary>
    /// <param name="place">Of the passage.</param>
    /// <param name="masses">Of its sentences.</param>
    public void AddTo(int place, Span<double> masses)
    {
        Span<ulong> sentences = stackalloc ulong[(masses.Length + 63) / 64];
        Span<ulong> seen = stackalloc ulong[sentences.Length];
        // The heaviest wording of a sentence is the first that it has.
        foreach (var wording in wordings)
        {
            wording.FindSentences(place, sentences);
            for (var word = 0; word < sentences.Length; word++)
            {
                for (var bits = sentences[word] & ~seen[word]; bits != 0; bits &= bits - 1)
                {
                    masses[(word << 6) + BitOperations.TrailingZeroCount(bits)] += wording.Weight * mass;
                }
                seen[word] |= sentences[word];
            }
        }
    }

    /// <summary>What it adds at most in each window; 0 where it doesn't occur.</summary>
    public void Bounds(Span<long> bounds, Windows windows)
    {
        Span<double> occurrences = stackalloc double[windows.Count];
        foreach (var wording in wordings)
        {
            wording.RaiseBounds(occurrences, windows);
        }
        for (var window = 0; window < bounds.Length; window++)
        {
            bounds[window] = occurrences[window] > 0 ? FixedScore.Bound(mass, occurrences[window]) : 0;
        }
    }

    /// <summary>Adds what it counts to each score of a window.</summary>
    /// <param name="start">The window's first place.</param>
    /// <param name="scores">The window's.</param>
    /// <param name="best">As long, all 0, and left so.</param>
    public void AddTo(int start, Span<long> scores, Span<double> best)
    {
        if (wordings is [var only])
        {
            Add(only, start, scores);
            return;
        }
        foreach (var wording in wordings)
        {
            Raise(wording, start, best);
        }
        for (var slot = 0; slot < best.Length; slot++)
        {
            if (best[slot] > 0)
            {
                scores[slot] += FixedScore.Of(mass, best[slot]);
                best[slot] = 0;
            }
        }
    }

    // Done for each window: clearing what is written over anyway would take a twentieth of a search.
    [SkipLocalsInit]
    private void Add(ClauseWording wording, int start, Span<long> scores)
    {
        Span<double> occurrences = stackalloc double[BitPacking.BlockSize];
        for (var blocks = new WindowBlocks(wording.Rarest, start, scores.Length); blocks.MoveNext();)
        {
            wording.Occurrences(blocks, occurrences);
            var places = blocks.Places;
            for (var i = 0; i < places.Length; i++)
            {
                scores[places[i] - start] += FixedScore.Of(mass, occurrences[i]);
            }
        }
    }

    [SkipLocalsInit]
    private static void Raise(ClauseWording wording, int start, Span<double> best)
    {
        Span<double> occurrences = stackalloc double[BitPacking.BlockSize];
        for (var blocks = new WindowBlocks(wording.Rarest, start, best.Length); blocks.MoveNext();)
        {
            wording.Occurrences(blocks, occurrences);
            var places = blocks.Places;
            for (var i = 0; i < places.Length; i++)
            {
                ref var slot = ref best[places[i] - start];
                slot = Math.Max(slot, occurrences[i]);
            }
        }
    }
}
