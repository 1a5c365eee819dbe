using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Indexing.Vectors;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>Makes a snapshot of passages: words, clauses and vectors beside each other.</summary>
internal sealed class PassageIndexer(PassageEmbedder embedder)
{
    /// <param name="passages">In the order of their documents and places.</param>
    /// <param name="previous">Has the vectors that needn't be made again.</param>
    /// <param name="read">What else the snapshot keeps of its sources.</param>
    /// <param name="progress">Told of each stage.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="EmbeddingException">Embedding failed.</exception>
    public async Task<(IndexSnapshot Snapshot, int Made, int Reused)> IndexAsync(
        ImmutableArray<Passage> passages, IndexSnapshot previous, SourcesRead.Read read, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var words = Task.Run(() => Words(passages, progress, abandoned.Token), abandoned.Token);
        var clauses = Task.Run(() => previous.Clauses.Next(passages, GlossaryAliases.Of(read.Glossary), abandoned.Token), abandoned.Token);
        var (vectors, made, reused) = await EmbedAsync(passages, previous, progress, () => AbandonAsync(abandoned, words, clauses), cancellationToken);
        var snapshot = new IndexSnapshot
        {
            Lexical = await words,
            Clauses = await clauses,
            Vectors = vectors,
            Revision = RevisionOf(passages),
            Documents = [.. passages.Select(passage => passage.Document).Distinct(ReferenceEqualityComparer.Instance).Cast<Document>()],
            Layout = SegmentPlan.Anew(passages).Layout,
            Passages = passages,
            Quarantined = read.Quarantined,
            Glossary = read.Glossary,
            Sources = read.ByPath(),
        };
        return (snapshot, made, reused);
    }

    private async Task<(VectorIndex Index, int Made, int Reused)> EmbedAsync(
        ImmutableArray<Passage> passages, IndexSnapshot previous, IProgress<ReloadProgress>? progress, Func<Task> abandon, CancellationToken cancellationToken)
    {
        try
        {
            return await embedder.EmbedAsync(passages, previous, progress, cancellationToken);
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

    private static LexicalIndex Words(ImmutableArray<Passage> passages, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken) =>
        LexicalIndex.Of(
            passages.IsEmpty ? [] : [LexicalSegmentBuilder.Build(passages, Environment.ProcessorCount, progress, cancellationToken)],
            SegmentPlan.Anew(passages).Layout);

    private static string RevisionOf(ImmutableArray<Passage> passages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var passage in passages)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(passage.Id.Value));
            hash.AppendData(Encoding.UTF8.GetBytes(passage.Document.Revision));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
