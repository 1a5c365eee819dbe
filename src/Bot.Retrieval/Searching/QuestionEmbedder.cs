using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Indexing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Searching;

/// <summary>
/// Makes a question's vector with the model that made the snapshot's. Where that isn't to be had in time, there is none, and
/// the question is searched for by its words alone.
/// </summary>
internal sealed partial class QuestionEmbedder(
    IEmbeddingGenerator<string, Embedding<float>> generator,
    LocalEmbeddingGenerator local,
    IOptions<RetrievalOptions> options,
    AnswerMetrics metrics,
    TimeProvider clock,
    ILogger<QuestionEmbedder> logger)
{
    private static readonly RetrievalOptions LocalWeights = new();

    private readonly bool _isLocal = generator.GetService(typeof(LocalEmbeddingGenerator)) is not null;

    /// <summary>The weights for this snapshot's vectors: those of the local ones where they stand in for the configured model's.</summary>
    public RetrievalOptions WeightsFor(IndexSnapshot snapshot) => IsLocal(snapshot) && !_isLocal ? LocalWeights : options.Value;

    /// <summary>Empty where there is no vector to compare with the snapshot's.</summary>
    public async Task<ReadOnlyMemory<float>> EmbedAsync(string text, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.Vectors.Count == 0 || WeightsFor(snapshot) is { VectorWeight: <= 0, TranslatedVectorWeight: <= 0 })
        {
            return default;
        }
        if (IsLocal(snapshot))
        {
            return local.Embed(text);
        }
        if (snapshot.Vectors.Model != EmbeddingModel.NameOf(generator))
        {
            // The next reload makes them anew; comparing vectors of two models would rank by chance.
            return default;
        }
        try
        {
            using var patience = new CancellationTokenSource(options.Value.EmbeddingTime, clock);
            using var token = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            var vector = (await generator.GenerateAsync([text], cancellationToken: token.Token))[0].Vector;
            return vector.Length == snapshot.Vectors.Dimensions ? vector : throw new InvalidOperationException($"it gave {vector.Length} dimensions, the index has {snapshot.Vectors.Dimensions}");
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.EmbeddingFailed(reload: false);
            Log.WordsOnly(logger, ex is ModelException or InvalidOperationException ? ex.Message : ex.GetType().Name);
            return default;
        }
    }

    private static bool IsLocal(IndexSnapshot snapshot) => snapshot.Vectors.Model == LocalEmbeddingGenerator.Name;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The question's vector could not be had ({Reason}); it is searched for by its words alone")]
        public static partial void WordsOnly(ILogger logger, string reason);
    }
}
