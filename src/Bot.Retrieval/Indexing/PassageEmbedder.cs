using System.Collections.Immutable;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Indexing.Segments;
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

    private bool IsLocal { get; } = generator.GetService(typeof(LocalEmbeddingGenerator)) is not null;

    private bool IsCached => options.Value.DataDirectory is not null;

    /// <summary>Whether a snapshot's vectors are of the model that serves now, not of the one that stood in for it.</summary>
    public bool Made(IndexSnapshot snapshot) => snapshot.Vectors.Model == Model;

    /// <summary>The text that stands for a passage: its title and headings, then its words.</summary>
    public static string TextOf(Passage passage)
    {
        var length = passage.Document.Title.Length + 1 + passage.Span.Length;
        foreach (var heading in passage.HeadingPath)
        {
            length += heading.Length + 1;
        }
        return string.Create(length, passage, static (text, passage) =>
        {
            var rest = AddLine(text, passage.Document.Title);
            foreach (var heading in passage.HeadingPath)
            {
                rest = AddLine(rest, heading);
            }
            passage.Span.In(passage.Document.Text).CopyTo(rest);
        });

        static Span<char> AddLine(Span<char> rest, string line)
        {
            line.CopyTo(rest);
            rest[line.Length] = '\n';
            return rest[(line.Length + 1)..];
        }
    }

    /// <summary>
    /// The new passages of a plan, all of one model: the generator's, or the local one's where the generator fails and the
    /// options allow it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The generator gave vectors of different lengths, too few of them, or values that aren't numbers.</exception>
    public async Task<EmbeddedPassages> EmbedAsync(SegmentPlan plan, IndexSnapshot previous, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (IsLocal)
        {
            return EmbedLocally(plan.New, previous, progress, cancellationToken);
        }
        try
        {
            return await GenerateAsync(plan, previous, progress, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.EmbeddingFailed(reload: true);
            if (!options.Value.LocalWhileDown)
            {
                throw;
            }
            Log.LocalServes(logger, ex.Message);
            return EmbedLocally(plan.New, previous, progress, cancellationToken);
        }
    }

    /// <summary>By the local model.</summary>
    public EmbeddedPassages EmbedLocally(
        ImmutableArray<Passage> passages, IndexSnapshot previous, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        const int ReportEvery = 256;
        var (done, made) = (0, 0);
        progress?.Report(new(ReloadStage.Embedding, 0, passages.Length));
        var segment = VectorSegment.Build(
            LocalEmbeddingGenerator.Dimensions,
            passages.Length,
            (i, to) =>
            {
                if (Interlocked.Increment(ref done) is var count && count % ReportEvery == 0)
                {
                    progress?.Report(new(ReloadStage.Embedding, count, passages.Length));
                }
                if (TryReuse(passages[i], previous, LocalEmbeddingGenerator.Name, [], out var vector))
                {
                    vector.Span.CopyTo(to);
                    return;
                }
                Interlocked.Increment(ref made);
                local.Embed(TextOf(passages[i]), to);
            },
            cancellationToken);
        progress?.Report(new(ReloadStage.Embedding, passages.Length, passages.Length));
        return new(LocalEmbeddingGenerator.Name, LocalEmbeddingGenerator.Dimensions, segment, made);
    }

    private async Task<EmbeddedPassages> GenerateAsync(
        SegmentPlan plan, IndexSnapshot previous, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var passages = plan.New;
        var cache = IsCached ? new EmbeddingCache(options.Value.DataDirectory!, logger) : null;
        var kept = passages.IsEmpty ? [] : cache?.Load(Model) ?? [];
        var vectors = new ReadOnlyMemory<float>[passages.Length];
        var missing = new List<int>();
        for (var i = 0; i < passages.Length; i++)
        {
            if (!TryReuse(passages[i], previous, Model, kept, out vectors[i]))
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
        var segment = Join(vectors);
        var dimensions = plan.Kept.IsEmpty ? segment.Dimensions : previous.Vectors.Dimensions;
        if (segment.Count > 0 && segment.Dimensions != dimensions)
        {
            throw new InvalidOperationException($"The embedding generator gave vectors of {dimensions} and of {segment.Dimensions} dimensions.");
        }
        if (missing.Count > 0 || plan.Kept.IsEmpty)
        {
            // Those of other segments are still needed.
            Save(cache, passages, vectors, plan.Kept.IsEmpty ? [] : kept);
        }
        progress?.Report(new(ReloadStage.Embedding, passages.Length, passages.Length));
        return new(Model, dimensions, segment, missing.Count);
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

    private static bool TryReuse(
        Passage passage, IndexSnapshot previous, string model, Dictionary<EmbeddingCache.Key, float[]> kept, out ReadOnlyMemory<float> vector)
    {
        if (previous.Vectors.Model == model
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

    private static VectorSegment Join(ReadOnlyMemory<float>[] vectors)
    {
        var dimensions = vectors.Length == 0 ? 0 : vectors[0].Length;
        if (Array.Find(vectors, vector => vector.Length != dimensions) is { IsEmpty: false } other)
        {
            throw new InvalidOperationException($"The embedding generator gave vectors of {dimensions} and of {other.Length} dimensions.");
        }
        try
        {
            return VectorSegment.Build(dimensions, vectors, CancellationToken.None);
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
