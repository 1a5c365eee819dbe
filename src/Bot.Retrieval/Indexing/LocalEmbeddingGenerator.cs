using System.Numerics.Tensors;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;
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
        var vector = new float[Dimensions];
        Embed(text, vector);
        return vector;
    }

    /// <inheritdoc cref="Embed(string)"/>
    /// <param name="text">Any.</param>
    /// <param name="vector">Takes the values: <see cref="Dimensions"/> of them.</param>
    internal void Embed(string text, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(text);
        vector.Clear();
        var scratch = EmbeddingScratch.Take();
        Count(scratch, text);
        foreach (var (hash, (highest, count)) in scratch.Features)
        {
            var weight = highest * (1 + Math.Log(count));
            // Two places a feature: collisions then blur, but rarely hide, one.
            Add(vector, hash, weight);
            Add(vector, hash >> 32, weight);
        }
        scratch.GiveBack();
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
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

    private void Count(EmbeddingScratch scratch, string text)
    {
        var folded = TextFolder.Fold(text);
        TermWeigher.Weigh(text, folded, lexicon: null, new Features(scratch));
        foreach (var (stem, weight) in _translations.Of(folded.Text, scratch.Words))
        {
            scratch.Count(FeatureHash.Of(stem), TranslationWeight * weight);
        }
    }

    private static void Add(Span<float> vector, ulong hash, double weight)
    {
        var place = (int)(hash % Dimensions);
        vector[place] += (float)((hash >> 20 & 1) == 0 ? weight : -weight);
    }

    private readonly struct Features(EmbeddingScratch scratch) : IWeighedTermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, double weight, double certainty, TextSpan span)
        {
            scratch.Count(FeatureHash.Of(term), weight);
            // Spellings and word forms that the stemmer keeps apart still share most of their letters.
            for (var i = 0; kind == TermKind.Word && i + LetterGroup <= term.Length; i++)
            {
                scratch.Count(FeatureHash.Of(term.Slice(i, LetterGroup)) ^ LetterGroupSeed, LetterGroupWeight);
            }
        }
    }
}
