using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Evaluation;

/// <summary>Builds a set's corpus as the seeds' is built.</summary>
internal static class QuestionSetCorpus
{
    /// <exception cref="InvalidDataException">The corpus can't be read; the message says why.</exception>
    public static async Task<IndexSnapshot> BuildCorpusAsync(this QuestionSet set, IIndexBuilder builder, CancellationToken cancellationToken) =>
        await builder.BuildAsync(IndexSnapshot.Empty, set.Sources, null, cancellationToken) switch
        {
            BuildOutcome.Built built => built.Snapshot,
            BuildOutcome.Failed failed => throw new InvalidDataException(failed.Reason),
            var other => throw new InvalidOperationException(other.ToString()),
        };
}
