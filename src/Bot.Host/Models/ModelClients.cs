using System.ClientModel;
using System.ClientModel.Primitives;
using Bot.Host.Settings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAI;

namespace Bot.Host.Models;

/// <summary>Makes the clients that the settings ask for. Apart from the registration, so that the libraries are loaded only when one is made.</summary>
internal static class ModelClients
{
    // A response must begin before the answerer gives up, or the endpoint's slowness would never count against it.
    private const double ShareOfFirstToken = 0.9;
    private static readonly TimeSpan LongestChatWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestEmbeddingWait = TimeSpan.FromSeconds(60);

    /// <summary>Stands in for a key: <see cref="EndpointAuthentication"/> puts the real one, if any, in its place.</summary>
    public static ApiKeyCredential NoKey { get; } = new("none");

    public static IChatClient Chat(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<AnswersSettings>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        var endpoint = new ModelEndpoint(settings.ModelProvider, new Uri(settings.ModelEndpoint), settings.Model, settings.ModelApiKey, settings.ModelApiVersion);
        var resilience = new ModelResilience(TimeSpan.FromSeconds(settings.FirstTokenSeconds * ShareOfFirstToken), LongestChatWait, clock, Chance);
        return new OpenAIChatClient(endpoint, resilience, Options(endpoint, settings.WholeAnswerSeconds), clock);
    }

    public static IEmbeddingGenerator<string, Embedding<float>> Embeddings(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<EmbeddingsSettings>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        var endpoint = new ModelEndpoint(settings.Provider, new Uri(settings.Endpoint), settings.Model, settings.ApiKey, settings.ApiVersion);
        var resilience = new ModelResilience(TimeSpan.FromSeconds(settings.TimeoutSeconds), LongestEmbeddingWait, clock, Chance);
        return new OpenAIEmbeddingGenerator(
            endpoint, settings.Dimensions, settings.BatchSize, settings.Concurrency, resilience, Options(endpoint, settings.TimeoutSeconds), clock);
    }

    // The package's own retries would hide failures from the circuit breaker.
    private static OpenAIClientOptions Options(ModelEndpoint endpoint, double seconds)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint.Root,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromSeconds(seconds),
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        options.AddPolicy(new EndpointAuthentication(endpoint), PipelinePosition.BeforeTransport);
        return options;
    }

    private static double Chance() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(1_000_000) / 1_000_000.0;
}
