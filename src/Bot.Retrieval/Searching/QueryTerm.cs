using Bot.Retrieval.Analysis;

namespace Bot.Retrieval.Searching;

/// <summary>A question's term as one snapshot's index knows it.</summary>
/// <param name="Source">The question's term.</param>
/// <param name="Id">Its number in the index, or -1 where no passage has it.</param>
/// <param name="Mass">Its weight times its idf; a term no passage has counts as the rarest.</param>
/// <param name="Weight">Its certainty times its idf against a background: what it counts when asked how sure the answer is.</param>
internal readonly record struct QueryTerm(QuestionTerm Source, int Id, double Mass, double Weight)
{
    public bool IsKnown => Id >= 0;
}
