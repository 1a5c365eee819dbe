using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Passages;

/// <summary>Passages by number, whose parts are made when they are asked for.</summary>
internal interface IPassageTable
{
    PassageId Id(int passage);

    ImmutableArray<string> HeadingPath(int passage);

    ImmutableArray<TextSpan> Sentences(int passage);

    ImmutableArray<ClauseMention> ClauseMentions(int passage);
}
