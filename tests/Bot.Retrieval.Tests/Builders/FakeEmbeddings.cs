using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>An embedding service that gives what the test says, and remembers what it was asked.</summary>
internal sealed class FakeEmbeddings(string model = "fake-1") : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("fake", null, model);

    public List<string> Texts { get; } = [];

    public Func<string, float[]> Vector { get; set; } = text => [1, text.Length, text.Count(char.IsWhiteSpace)];

    /// <summary>How many of the vectors asked for are left out.</summary>
    public int Missing { get; set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var texts = values.ToList();
        Texts.AddRange(texts);
        return Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. texts.SkipLast(Missing).Select(text => new Embedding<float>(Vector(text)))]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
