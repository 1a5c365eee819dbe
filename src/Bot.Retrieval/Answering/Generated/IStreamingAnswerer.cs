using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>An answerer that shows how far it is. Safe for concurrent use.</summary>
public interface IStreamingAnswerer : IAnswerer
{
    /// <summary>Any number of drafts, then one final answer. Whoever shows drafts edits the message with each update.</summary>
    IAsyncEnumerable<AnswerUpdate> StreamAsync(Question question, CancellationToken cancellationToken);
}
