using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Searching.Lexical;

/// <summary>Scores occurrences in one segment by the averages of the whole index. Immutable.</summary>
internal sealed class OccurrenceScorer(PassageFields passages, FieldNorms norms)
{
    private readonly double _step = ScoreBound.Step * norms.Over(passages.Norms);

    public double Saturated(int place, int text, int title) => norms.Saturated(text, title, passages.TextLengths[place], passages.TitleLengths[place]);

    /// <summary>What an occurrence counts at most.</summary>
    /// <param name="maximum">By the segment's own averages.</param>
    public double Bound(byte maximum) => Math.Min(FieldNorms.Most, maximum * _step);
}
