using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Indexing.Vectors;
using Bot.Retrieval.Passages;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Indexing;

/// <summary>Makes the vectors of a snapshot's passages, taking those it can from the last snapshot or from disk.</summary>
internal sealed partial class PassageEmbedder(
    IEmbeddingGenerator<string, Embedding<float>> generator,
    LocalEmbeddingGenerator local,
    IOptions<IndexOptions> options,
    AnswerMetrics metrics,
    ILogger<PassageEmbedder> logger)
{
    private string Model { get; } = EmbeddingModel.NameOf(generator);

    // The local vectors are made faster than they are read.
    private bool IsCached => options.Value.DataDirectory is not null && generator.GetService(typeof(LocalEmbeddingGenerator)) is null;

    /// <summary>Whether a snapshot's vectors are of the model that serves now, not of the one that stood in for it.</summary>
    public bool Made(IndexSnapshot snapshot) => snapshot.Vectors.Model == Model;

    /// <summary>The text that stands for a passage: its title and headings, then its words.</summary>
    public static string TextOf(Passage passage) => string.Join('\n', [passage.Document.Title, .. passage.HeadingPath, passage.Text]);

    /// <summary>All of one model: the generator's, or the local one's where the generator fails and the options allow it.</summary>
    /// <exception cref="InvalidOperationException">The generator gave vectors of different lengths, too few of them, or values that aren't numbers.</exception>
    public async Task<(VectorIndex Index, int Made, int Reused)> EmbedAsync(
        IReadOnlyList<Passage> passages, IndexSnapshot previous, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await GenerateAsync(passages, previous, progress, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.EmbeddingFailed(reload: true);
            if (!options.Value.LocalWhileDown)
            {
                throw;
            }
            Log.LocalServes(logger, ex.Message);
            return Local(passages, cancellationToken);
        }
    }

    private (VectorIndex Index, int Made, int Reused) Local(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var vectors = new float[checked(passages.Count * LocalEmbeddingGenerator.Dimensions)];
        for (var i = 0; i < passages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            local.Embed(TextOf(passages[i])).CopyTo(vectors, i * LocalEmbeddingGenerator.Dimensions);
        }
        return (new(LocalEmbeddingGenerator.Name, passages.Count == 0 ? 0 : LocalEmbeddingGenerator.Dimensions, vectors), passages.Count, 0);
    }

    private async Task<(VectorIndex Index, int Made, int Reused)> GenerateAsync(
        IReadOnlyList<Passage> passages, IndexSnapshot previous, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var cache = IsCached ? new EmbeddingCache(options.Value.DataDirectory!, logger) : null;
        var kept = cache?.Load(Model) ?? [];
        var vectors = new ReadOnlyMemory<float>[passages.Count];
        var missing = new List<int>();
        for (var i = 0; i < passages.Count; i++)
        {
            if (!TryReuse(passages[i], previous, kept, out vectors[i]))
            {
                missing.Add(i);
            }
        }
        try
        {
            await MakeAsync(passages, missing, vectors, progress, cancellationToken);
        }
        catch
        {
            // What was made is kept, so that the next build goes on from there.
            Save(cache, passages, vectors, kept);
            throw;
        }
        // What can't be joined isn't kept, or every later build would take it from disk and fail too.
        var index = Join(vectors);
        Save(cache, passages, vectors, []);
        progress?.Report(new(ReloadStage.Embedding, passages.Count, passages.Count));
        return (index, missing.Count, passages.Count - missing.Count);
    }

    private async Task MakeAsync(
        IReadOnlyList<Passage> passages, List<int> missing, ReadOnlyMemory<float>[] vectors, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var done = passages.Count - missing.Count;
        foreach (var batch in missing.Chunk(Math.Max(1, options.Value.EmbeddingBatch)))
        {
            progress?.Report(new(ReloadStage.Embedding, done, passages.Count));
            var made = await generator.GenerateAsync(batch.Select(i => TextOf(passages[i])), cancellationToken: cancellationToken);
            if (made.Count != batch.Length)
            {
                throw new InvalidOperationException($"The embedding generator gave {made.Count} vectors for {batch.Length} texts.");
            }
            for (var i = 0; i < batch.Length; i++)
            {
                vectors[batch[i]] = made[i].Vector;
            }
            done += batch.Length;
        }
    }

    private void Save(EmbeddingCache? cache, IReadOnlyList<Passage> passages, ReadOnlyMemory<float>[] vectors, Dictionary<EmbeddingCache.Key, float[]> kept)
    {
        if (cache is null)
        {
            return;
        }
        var all = new Dictionary<EmbeddingCache.Key, float[]>(kept);
        for (var i = 0; i < vectors.Length; i++)
        {
            if (!vectors[i].IsEmpty)
            {
                all[EmbeddingCache.KeyOf(TextOf(passages[i]))] = vectors[i].ToArray();
            }
        }
        // A file has vectors of one length; a mixture is what made the build fail.
        if (all.Values.Select(vector => vector.Length).Distinct().Count() <= 1 && all.Values.All(vector => Array.TrueForAll(vector, float.IsFinite)))
        {
            cache.Save(Model, all);
        }
    }

    private bool TryReuse(Passage passage, IndexSnapshot previous, Dictionary<EmbeddingCache.Key, float[]> kept, out ReadOnlyMemory<float> vector)
    {
        if (previous.Vectors.Model == Model
            && previous.PassageNumbers.TryGetValue(passage.Id, out var number)
            && TextOf(previous.Passages[number]) == TextOf(passage))
        {
            vector = previous.Vectors[number];
            return true;
        }
        if (kept.Count > 0 && kept.TryGetValue(EmbeddingCache.KeyOf(TextOf(passage)), out var cached))
        {
            vector = cached;
            return true;
        }
        vector = default;
        return false;
    }

    private VectorIndex Join(ReadOnlyMemory<float>[] vectors)
    {
        var dimensions = vectors.Length == 0 ? 0 : vectors[0].Length;
        var joined = new float[checked((long)dimensions * vectors.Length)];
        for (var i = 0; i < vectors.Length; i++)
        {
            if (vectors[i].Length != dimensions)
            {
                throw new InvalidOperationException($"The embedding generator gave vectors of {dimensions} and of {vectors[i].Length} dimensions.");
            }
            vectors[i].Span.CopyTo(joined.AsSpan(i * dimensions));
        }
        try
        {
            return new VectorIndex(Model, dimensions, joined);
        }
        catch (ArgumentException ex)
        {
            throw new InvalidOperationException($"The embedding generator gave vectors that can't be used: {ex.Message}", ex);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Embedding failed ({Reason}); the local vectors serve until a reload succeeds")]
        public static partial void LocalServes(ILogger logger, string reason);
    }
}
