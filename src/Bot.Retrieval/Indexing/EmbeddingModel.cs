using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Indexing;

/// <summary>Names the model behind a generator; vectors of different names are never in one index or one cache file.</summary>
internal static class EmbeddingModel
{
    /// <summary>The model's id with its dimensions where the generator says them; its type's name where it doesn't say the model.</summary>
    public static string NameOf(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        var metadata = generator.GetService<EmbeddingGeneratorMetadata>();
        var model = metadata?.DefaultModelId ?? generator.GetType().FullName!;
        return metadata?.DefaultModelDimensions is { } dimensions ? $"{model}/{dimensions}" : model;
    }
}
