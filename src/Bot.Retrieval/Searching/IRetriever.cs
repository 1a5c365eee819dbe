using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>Finds passages for questions. Safe for concurrent use.</summary>
public interface IRetriever
{
    /// <summary>Ranks the passages of one snapshot, best first, at most <paramref name="limit"/>.</summary>
    Task<RetrievalResult> RetrieveAsync(Question question, IndexSnapshot snapshot, int limit, CancellationToken cancellationToken);
}
