using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>All that the documents have on one clause. Filled while the index is built, only read afterwards.</summary>
internal sealed class ClauseEntry(ClauseReference reference)
{
    public ClauseReference Reference { get; } = reference;

    public List<ClauseMatch> Own { get; } = [];

    public List<ClauseMatch> Mentions { get; } = [];

    public IEnumerable<ClauseMatch> Matches => Own.Concat(Mentions);
}
