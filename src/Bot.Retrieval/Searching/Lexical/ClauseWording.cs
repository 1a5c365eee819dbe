using System.Numerics.Tensors;
using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>A way of writing a clause, in one segment.</summary>
/// <param name="terms">What must all occur, the rarest first.</param>
/// <param name="weight">Above 0, up to 1.</param>
/// <param name="scorer">Scores occurrences.</param>
internal sealed class ClauseWording(TermCursor[] terms, double weight, OccurrenceScorer scorer)
{
    public double Weight => weight;

    /// <summary>What its rarest term has.</summary>
    public TermCursor Rarest => terms[0];

    /// <summary>Whether it is one term.</summary>
    public bool IsSingle => terms.Length == 1;

    /// <summary>How often a passage writes it, saturated; 0 where it lacks a part.</summary>
    public double Occurrence(int place)
    {
        var least = double.MaxValue;
        foreach (var term in terms)
        {
            var index = term.Find(place);
            if (index < 0)
            {
                return 0;
            }
            var (text, title) = term.CountsAt(index);
            least = Math.Min(least, scorer.Saturated(place, text, title));
        }
        return least * weight;
    }

    /// <summary>The same of the passages of a block that its rarest term has read.</summary>
    /// <param name="blocks">Stands at the block.</param>
    /// <param name="occurrences">Takes one for each of its places.</param>
    public void Occurrences(WindowBlocks blocks, Span<double> occurrences)
    {
        var places = blocks.Places;
        if (!IsSingle)
        {
            for (var i = 0; i < places.Length; i++)
            {
                occurrences[i] = Occurrence(places[i]);
            }
            return;
        }
        if (Rarest.IsPlain)
        {
            scorer.Saturated(places, occurrences);
        }
        else
        {
            var (texts, titles) = Rarest.ReadCounts();
            scorer.Saturated(places, texts.AsSpan(blocks.First), titles.AsSpan(blocks.First), occurrences);
        }
        TensorPrimitives.Multiply(occurrences[..places.Length], weight, occurrences);
    }

    /// <summary>Finds the sentences of a passage that have all of it.</summary>
    /// <param name="place">Of the passage.</param>
    /// <param name="sentences">Takes a bit for each, 64 a number.</param>
    public void FindSentences(int place, Span<ulong> sentences)
    {
        Span<ulong> own = stackalloc ulong[sentences.Length];
        sentences.Fill(ulong.MaxValue);
        foreach (var term in terms)
        {
            own.Clear();
            term.AddSentences(place, own);
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

    /// <summary>Raises each window's bound to what it counts there at most.</summary>
    public void RaiseBounds(Span<double> bounds, Windows windows)
    {
        Span<byte> most = stackalloc byte[windows.Count];
        Span<byte> own = stackalloc byte[windows.Count];
        windows.Maxima(terms[0], most);
        foreach (var term in terms.AsSpan(1))
        {
            own.Clear();
            windows.Maxima(term, own);
            for (var window = 0; window < most.Length; window++)
            {
                most[window] = Math.Min(most[window], own[window]);
            }
        }
        for (var window = 0; window < most.Length; window++)
        {
            bounds[window] = Math.Max(bounds[window], weight * scorer.Bound(most[window]));
        }
    }
}
