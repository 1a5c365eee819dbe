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
        var clauses = BuildWorkers.Start(() => previous.Clauses.Next(read.Passages, GlossaryAliases.Of(read.Glossary.Glossary), abandoned.Token), abandoned.Token);
        try
        {
            var vectors = await EmbedAsync(plan, previous, progress, cancellationToken);
            if (!plan.Kept.IsEmpty && vectors.Model != previous.Vectors.Model)
            {
                // Vectors of two models are never in one index.
                plan = SegmentPlan.Anew(read.Passages);
                vectors = embedder.EmbedLocally(plan.New, previous, progress, cancellationToken);
            }
            var words = Join(plan, previous.Lexical, Words(plan.New, progress, cancellationToken), previous.Passages);
            return (Snapshot(read, plan, words, await clauses, Join(plan, previous.Vectors, vectors)), vectors.Made, read.Passages.Length - vectors.Made);
        }
        catch
        {
            // What was begun beside a failure isn't left running.
            await abandoned.CancelAsync();
            await ((Task)clauses).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static IndexSnapshot Snapshot(SourcesRead.Read read, SegmentPlan plan, LexicalIndex words, ClauseIndex clauses, VectorIndex vectors) => new()
    {
        Lexical = words,
        Clauses = clauses,
        Vectors = vectors,
        Revision = SnapshotRevision.Of(read.Passages),
        Documents = PassageLists.DocumentsOf(read.Passages),
        Layout = plan.Layout,
        Passages = read.Passages,
        Quarantined = read.Quarantined,
        Glossary = read.Glossary.Glossary,
        GlossaryHash = read.Glossary.ContentHash,
        Sources = read.ByPath(),
    };

    private async Task<EmbeddedPassages> EmbedAsync(SegmentPlan plan, IndexSnapshot previous, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await embedder.EmbedAsync(plan, previous, progress, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingException(ex);
        }
    }

    private static LexicalSegment? Words(ImmutableArray<Passage> passages, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        // One thread has nothing to merge where it reads all passages in one go.
        var workers = BuildWorkers.LoopOptions(cancellationToken).MaxDegreeOfParallelism;
        var words = passages.IsEmpty ? null : LexicalSegmentBuilder.Build(passages, workers, progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return words;
    }

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
