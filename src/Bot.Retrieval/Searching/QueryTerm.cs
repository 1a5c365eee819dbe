using Bot.Retrieval.Analysis;

namespace Bot.Retrieval.Searching;

/// <summary>A question's term as one snapshot's index knows it.</summary>
/// <param name="Source">The question's term.</param>
/// <param name="Id">Its number in the index, or -1 where no passage has it.</param>
/// <param name="Mass">Its weight times its idf; a term no passage has counts as the rarest.</param>
internal readonly record struct QueryTerm(QuestionTerm Source, int Id, double Mass)
{
    public bool IsKnown => Id >= 0;
}
