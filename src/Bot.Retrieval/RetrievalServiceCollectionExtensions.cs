using Bot.Retrieval.Analysis;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Evaluation.Answers;
using Bot.Retrieval.Evaluation.Calibration;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Storage;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Retrieval;

/// <summary>Registers everything from documents to answers.</summary>
public static class RetrievalServiceCollectionExtensions
{
    /// <summary>
    /// Expects logging to be there. An <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> that is registered already is
    /// used in place of the local one. With an <see cref="IChatClient"/>, registered before or after, answers are in its
    /// words where those can be checked.
    /// </summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddDocuments();
        services.AddOptions<IndexOptions>();
        services.AddOptions<RetrievalOptions>();
        services.AddOptions<AnswerOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new LocalEmbeddingGenerator(() => provider.GetRequiredService<LexiconSource>().Lexicon));
        services.TryAddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => provider.GetRequiredService<LocalEmbeddingGenerator>());
        services.TryAddSingleton<IPassageSplitter>(_ => new PassageSplitter(ClauseParser.FindAll));
        services.TryAddSingleton<SourceReader>();
        services.TryAddSingleton<PassageEmbedder>();
        services.TryAddSingleton<PassageIndexer>();
        services.TryAddSingleton<IIndexBuilder, IndexBuilder>();
        services.TryAddSingleton<LiveIndex>();
        services.TryAddSingleton<ISnapshotStore, SnapshotStore>();
        services.TryAddSingleton<LexiconSource>();
        services.TryAddSingleton<QuestionAnalyzer>();
        services.TryAddSingleton<QuestionTranslator>();
        services.TryAddSingleton<QuestionEmbedder>();
        services.TryAddSingleton<IRetriever, HybridRetriever>();
        // Lazy, so that a table can be calibrated where there is none yet.
        services.TryAddSingleton(_ => new Lazy<ConfidenceTable>(ConfidenceTableFile.ReadShipped));
        services.TryAddSingleton<ExtractiveAnswerer>();
        services.AddOptions<AnswerModelOptions>();
        services.TryAddSingleton<AnswerMetrics>();
        services.TryAddSingleton<FollowUps>();
        services.TryAddSingleton<QuestionCondenser>();
        services.TryAddSingleton<GeneratingAnswerer>();
        services.TryAddSingleton<IAnswerer>(provider => provider.GetService<IChatClient>() is null
            ? provider.GetRequiredService<ExtractiveAnswerer>()
            : provider.GetRequiredService<GeneratingAnswerer>());
        services.TryAddSingleton<Explainer>();
        services.TryAddSingleton<CalibrationSampler>();
        services.TryAddSingleton<Calibrator>();
        services.TryAddSingleton<IEvaluator, Evaluator>();
        services.TryAddSingleton<IAnswerEvaluator>(provider => new AnswerEvaluator(
            provider.GetRequiredService<IIndexBuilder>(),
            provider.GetRequiredService<IRetriever>(),
            provider.GetRequiredService<ExtractiveAnswerer>(),
            provider.GetService<IChatClient>() is null ? null : provider.GetRequiredService<GeneratingAnswerer>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
