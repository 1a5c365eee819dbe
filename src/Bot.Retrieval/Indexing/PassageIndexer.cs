using System.Collections.Immutable;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Indexing.Vectors;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>Makes a snapshot of passages: words, clauses and vectors beside each other, anew only for what changed.</summary>
internal sealed class PassageIndexer(PassageEmbedder embedder)
{
    /// <param name="read">The passages, and what else the snapshot keeps of its sources.</param>
    /// <param name="previous">Its segments go on, without what was removed; new passages that it knows aren't embedded again.</param>
    /// <param name="progress">Told of each stage.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="EmbeddingException">Embedding failed.</exception>
    public async Task<(IndexSnapshot Snapshot, int Made, int Reused)> IndexAsync(
        SourcesRead.Read read, IndexSnapshot previous, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = embedder.Made(previous)
            ? SegmentPlan.After(previous, [.. read.Sources.Select(source => source.Passages)])
            : SegmentPlan.Anew(read.Passages);
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var words = Task.Run(() => Words(plan.New, progress, abandoned.Token), abandoned.Token);
        var clauses = Task.Run(() => previous.Clauses.Next(read.Passages, GlossaryAliases.Of(read.Glossary), abandoned.Token), abandoned.Token);
        var vectors = await EmbedAsync(plan, previous, progress, () => AbandonAsync(abandoned, words, clauses), cancellationToken);
        if (!plan.Kept.IsEmpty && vectors.Model != previous.Vectors.Model)
        {
            // Vectors of two models are never in one index.
            plan = SegmentPlan.Anew(read.Passages);
            vectors = embedder.EmbedLocally(plan.New, previous, progress, cancellationToken);
            words = Task.Run(() => Words(plan.New, progress, abandoned.Token), abandoned.Token);
        }
        var snapshot = new IndexSnapshot
        {
            Lexical = Join(plan, previous.Lexical, await words, previous.Passages),
            Clauses = await clauses,
            Vectors = Join(plan, previous.Vectors, vectors),
            Revision = SnapshotRevision.Of(read.Passages),
            Documents = PassageLists.DocumentsOf(read.Passages),
            Layout = plan.Layout,
            Passages = read.Passages,
            Quarantined = read.Quarantined,
            Glossary = read.Glossary,
            Sources = read.ByPath(),
        };
        return (snapshot, vectors.Made, read.Passages.Length - vectors.Made);
    }

    private async Task<EmbeddedPassages> EmbedAsync(
        SegmentPlan plan, IndexSnapshot previous, IProgress<ReloadProgress>? progress, Func<Task> abandon, CancellationToken cancellationToken)
    {
        try
        {
            return await embedder.EmbedAsync(plan, previous, progress, cancellationToken);
        }
        catch (Exception ex)
        {
            await abandon();
            if (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            throw new EmbeddingException(ex);
        }
    }

    // What was begun beside a failure isn't left running.
    private static async Task AbandonAsync(CancellationTokenSource abandoned, params Task[] begun)
    {
        await abandoned.CancelAsync();
        await Task.WhenAll(begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static LexicalSegment? Words(ImmutableArray<Passage> passages, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken) =>
        passages.IsEmpty ? null : LexicalSegmentBuilder.Build(passages, Environment.ProcessorCount, progress, cancellationToken);

    private static LexicalIndex Join(SegmentPlan plan, LexicalIndex previous, LexicalSegment? words, ImmutableArray<Passage> passages)
    {
        var segments = plan.Kept.Select(segment => previous.Segments[segment].Segment);
        return previous.Next([.. words is null ? segments : segments.Append(words)], plan.Layout, passages);
    }

    private static VectorIndex Join(SegmentPlan plan, VectorIndex previous, EmbeddedPassages vectors)
    {
        var segments = plan.Kept.Select(segment => previous.Segments[segment]);
        return plan.Layout.SegmentCount == 0
            ? new VectorIndex(vectors.Model, 0, [], plan.Layout)
            : new VectorIndex(vectors.Model, vectors.Dimensions, [.. plan.New.IsEmpty ? segments : segments.Append(vectors.Segment)], plan.Layout);
    }
}
