using System.Numerics.Tensors;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Lexicon;
using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// The embedding generator that needs no download: each term of a text, and each three letters of its Latin words, is
/// hashed with a sign into a few of the dimensions (feature hashing, Weinberger et al. 2009), counts are damped, and the
/// vector has length 1. A Chinese word counts, a little less, as the English ones that the dictionary translates it by, so
/// both languages meet in one space. The same text gives the same vector on every machine. Thread-safe.
/// </summary>
/// <param name="lexicon">Gives the dictionary; asked when the first text is embedded.</param>
public sealed class LocalEmbeddingGenerator(Func<BilingualLexicon> lexicon) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Changes whenever the vectors do, so that cached ones of another version are never mixed in.</summary>
    public const string ModelId = "local-hash-2";

    public const int Dimensions = 1024;

    /// <summary>As indexes name it.</summary>
    internal static string Name { get; } = $"{ModelId}/{Dimensions}";

    private const double LetterGroupWeight = 0.25;
    private const int LetterGroup = 3;
    private const double TranslationWeight = 0.8;
    private const ulong LetterGroupSeed = 0x9E3779B97F4A7C15;

    private const int UsualFeatures = 1024;
    private const int MostKept = 32 * 1024;

    // A build embeds each passage, and most of what that takes would be for this.
    [ThreadStatic]
    private static Dictionary<ulong, (double Weight, int Count)>? _features;

    private readonly EmbeddingTranslations _translations = new(lexicon);

    private static readonly EmbeddingGeneratorMetadata Description = new("local", null, ModelId, Dimensions);

    /// <inheritdoc />
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(value)) { ModelId = ModelId });
        }
        return Task.FromResult(embeddings);
    }

    /// <summary>The vector of one text, of length 1; all zeros where the text has no term.</summary>
    public float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var vector = new float[Dimensions];
        var features = _features ?? new(UsualFeatures);
        // Nobody finds it half filled, should counting fail.
        _features = null;
        Count(features, text);
        foreach (var (hash, (highest, count)) in features)
        {
            var weight = highest * (1 + Math.Log(count));
            // Two places a feature: collisions then blur, but rarely hide, one.
            Add(vector, hash, weight);
            Add(vector, hash >> 32, weight);
        }
        features.Clear();
        _features = features.Capacity <= MostKept ? features : null;
        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
        return vector;
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? Description
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
        // Nothing is held.
    }

    private void Count(Dictionary<ulong, (double Weight, int Count)> features, string text)
    {
        foreach (var term in TermWeigher.Weigh(text, lexicon: null))
        {
            Count(features, FeatureHash.Of(term.Text), term.Weight);
            // Spellings and word forms that the stemmer keeps apart still share most of their letters.
            for (var i = 0; term.Kind == TermKind.Word && i + LetterGroup <= term.Text.Length; i++)
            {
                Count(features, FeatureHash.Of(term.Text.AsSpan(i, LetterGroup)) ^ LetterGroupSeed, LetterGroupWeight);
            }
        }
        foreach (var (stem, weight) in _translations.Of(text))
        {
            Count(features, FeatureHash.Of(stem), TranslationWeight * weight);
        }
    }

    private static void Count(Dictionary<ulong, (double Weight, int Count)> features, ulong feature, double weight) =>
        features[feature] = features.TryGetValue(feature, out var known) ? (Math.Max(weight, known.Weight), known.Count + 1) : (weight, 1);

    private static void Add(float[] vector, ulong hash, double weight)
    {
        var place = (int)(hash % Dimensions);
        vector[place] += (float)((hash >> 20 & 1) == 0 ? weight : -weight);
    }
}
