using Bot.Retrieval.Passages;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Indexing;

/// <summary>Makes the vectors of a snapshot's passages, taking those it can from the last snapshot or from disk.</summary>
internal sealed class PassageEmbedder(
    IEmbeddingGenerator<string, Embedding<float>> generator, IOptions<IndexOptions> options, ILogger<PassageEmbedder> logger)
{
    /// <summary>Names the model whose vectors these are.</summary>
    private string Model { get; } =
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata { DefaultModelId: { } model } ? model : generator.GetType().FullName!;

    // The local vectors are made faster than they are read.
    private bool IsCached => options.Value.DataDirectory is not null && generator.GetService(typeof(LocalEmbeddingGenerator)) is null;

    /// <summary>The text that stands for a passage: its title and headings, then its words.</summary>
    public static string TextOf(Passage passage) => string.Join('\n', [passage.Document.Title, .. passage.HeadingPath, passage.Text]);

    /// <exception cref="InvalidOperationException">The generator gave vectors of different lengths, too few of them, or values that aren't numbers.</exception>
    public async Task<(VectorIndex Index, int Made, int Reused)> EmbedAsync(
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
        // What can't be joined isn't kept, or every later build would take it from disk and fail too.
        var index = Join(vectors);
        cache?.Save(Model, passages.Select((passage, i) => (Key: EmbeddingCache.KeyOf(TextOf(passage)), Vector: vectors[i].ToArray())).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Vector));
        progress?.Report(new(ReloadStage.Embedding, passages.Count, passages.Count));
        return (index, missing.Count, passages.Count - missing.Count);
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
}
