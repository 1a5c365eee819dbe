using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>Scores occurrences in one segment by the averages of the whole index. Immutable.</summary>
internal sealed class OccurrenceScorer(PassageFields passages, FieldNorms norms)
{
    private readonly double _step = ScoreBound.Step * norms.Over(passages.Norms);

    /// <summary>How often a term stands in a passage, saturated.</summary>
    public double Saturated(int place, int text, int title) => norms.Saturated(text, title, passages.TextLengths[place], passages.TitleLengths[place]);

    /// <summary>The same of each place where the term stands in the text once and in no title.</summary>
    public void Saturated(ReadOnlySpan<int> places, Span<double> saturated)
    {
        var textLengths = passages.TextLengths;
        for (var i = 0; i < places.Length; i++)
        {
            saturated[i] = norms.Saturated(text: 1, title: 0, textLengths[places[i]], titleLength: 0);
        }
    }

    /// <summary>The same of each place by its counts.</summary>
    public void Saturated(ReadOnlySpan<int> places, ReadOnlySpan<int> texts, ReadOnlySpan<int> titles, Span<double> saturated)
    {
        var textLengths = passages.TextLengths;
        var titleLengths = passages.TitleLengths;
        for (var i = 0; i < places.Length; i++)
        {
            saturated[i] = norms.Saturated(texts[i], titles[i], textLengths[places[i]], titleLengths[places[i]]);
        }
    }

    /// <summary>What an occurrence counts at most.</summary>
    /// <param name="maximum">By the segment's own averages.</param>
    public double Bound(byte maximum) => Math.Min(FieldNorms.Most, maximum * _step);
}
