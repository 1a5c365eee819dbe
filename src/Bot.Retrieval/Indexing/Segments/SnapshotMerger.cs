using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Indexing.Segments;

/// <summary>Merges segments of a snapshot: nothing is analysed or embedded again, and no answer changes.</summary>
internal static class SnapshotMerger
{
    /// <param name="snapshot">Stays as it is.</param>
    /// <param name="merge">Of its layout.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    public static IndexSnapshot Merge(IndexSnapshot snapshot, SegmentMerge merge, CancellationToken cancellationToken)
    {
        var (lexical, vectors) = (snapshot.Lexical, snapshot.Vectors);
        var words = SegmentMerger.Merge([.. merge.Merged.Select(segment => lexical.Segments[segment].Segment)], merge.Places);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = VectorSegment.Merge([.. merge.Merged.Select(segment => vectors.Segments[segment])], merge.Places, cancellationToken);
        return snapshot.With(
            merge.Layout,
            lexical.Next([.. merge.Kept.Select(segment => lexical.Segments[segment].Segment), words], merge.Layout, snapshot.Passages),
            new VectorIndex(vectors.Model, vectors.Dimensions, [.. merge.Kept.Select(segment => vectors.Segments[segment]), rows], merge.Layout));
    }
}
