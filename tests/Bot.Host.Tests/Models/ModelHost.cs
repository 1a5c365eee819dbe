using Bot.Host.Models;
using Bot.Host.Settings;
using Bot.OpenAI.Simulator;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Models;

/// <summary>The clients as the host makes them from settings.</summary>
internal sealed class ModelHost : IDisposable
{
    private readonly ServiceProvider _services;

    public ModelHost(OpenAISimulator simulator, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Bot:Answers:Model"] = "small",
            ["Bot:Answers:ModelEndpoint"] = simulator.BaseAddress.AbsoluteUri,
            ["Bot:Embeddings:Provider"] = "OpenAI",
            ["Bot:Embeddings:Model"] = "vectors",
            ["Bot:Embeddings:Endpoint"] = simulator.BaseAddress.AbsoluteUri,
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(new BotHome(Path.GetTempPath(), Path.GetTempPath()))
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSettings()
            .AddModels(configuration)
            .BuildServiceProvider();
    }

    public IChatClient Chat => _services.GetRequiredService<IChatClient>();

    public IEmbeddingGenerator<string, Embedding<float>> Embeddings => _services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();

    public async Task<ChatResponse> AskAsync() => await Chat.GetResponseAsync(
        [new(ChatRole.System, "Be brief."), new(ChatRole.User, "When?")], new ChatOptions { Temperature = 0, MaxOutputTokens = 50 }, CancellationToken.None);

    public void Dispose() => _services.Dispose();
}
