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

    /// <summary>Whether it is one term, and a sure one.</summary>
    public bool IsPlain => IsSingle && weight == 1;

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
