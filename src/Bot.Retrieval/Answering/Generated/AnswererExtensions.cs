using System.Runtime.CompilerServices;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Lets callers stream from any answerer.</summary>
public static class AnswererExtensions
{
    /// <summary>The updates of an answerer that streams; of any other, its answer.</summary>
    public static IAsyncEnumerable<AnswerUpdate> UpdatesAsync(this IAnswerer answerer, Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answerer);
        return answerer is IStreamingAnswerer streaming ? streaming.StreamAsync(question, cancellationToken) : OnceAsync(answerer, question, cancellationToken);
    }

    private static async IAsyncEnumerable<AnswerUpdate> OnceAsync(IAnswerer answerer, Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new AnswerUpdate.Final(await answerer.AnswerAsync(question, cancellationToken));
    }
}
