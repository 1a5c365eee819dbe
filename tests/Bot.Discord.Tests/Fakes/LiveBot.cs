using Bot.Discord.Gateway;
using Bot.Discord.Rest;
using Bot.Discord.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Fakes;

/// <summary>The whole client, as a host registers it, connected to a simulator.</summary>
internal sealed class LiveBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Task<GatewayOutcome> _run;

    public LiveBot(DiscordSimulator discord, Action<DiscordClientOptions>? configure = null, Func<GatewayEvent, CancellationToken, Task>? handle = null)
    {
        Handler.Before = handle ?? Handler.Before;
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(Logs).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddKeyedSingleton<Func<double>>(DiscordServiceCollectionExtensions.ServiceKey, (_, _) => () => 0);
        services.AddSingleton(provider => new CountingTransports(new WebSocketTransportFactory(provider.GetRequiredService<IOptions<DiscordClientOptions>>().Value)));
        services.AddSingleton<IGatewayTransportFactory>(provider => provider.GetRequiredService<CountingTransports>());
        services.AddDiscord(options =>
        {
            options.Token = discord.Token;
            options.ApiBaseAddress = discord.ApiBaseAddress;
            options.Intents = GatewayIntents.AllMessages;
            options.SaveInterval = TimeSpan.FromMilliseconds(20);
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
        Gateway = _services.GetRequiredService<IDiscordGateway>();
        Messages = _services.GetRequiredService<IMessageApi>();
        Channels = _services.GetRequiredService<IChannelApi>();
        Interactions = _services.GetRequiredService<IInteractionApi>();
        Applications = _services.GetRequiredService<IApplicationApi>();
        _run = Gateway.RunAsync(Handler, CancellationToken.None);
    }

    public RecordingHandler Handler { get; } = new();

    public RecordingLogger Logs { get; } = new();

    public IDiscordGateway Gateway { get; }

    public IMessageApi Messages { get; }

    public IChannelApi Channels { get; }

    public IInteractionApi Interactions { get; }

    public IApplicationApi Applications { get; }

    public CountingTransports Transports => _services.GetRequiredService<CountingTransports>();

    public Task<GatewayOutcome> Outcome => _run.Soon();

    /// <summary>Starts the client and waits for READY.</summary>
    public static async Task<LiveBot> StartAsync(DiscordSimulator discord, Action<DiscordClientOptions>? configure = null)
    {
        var bot = new LiveBot(discord, configure);
        await bot.Handler.TakenAsync<GatewayEvent.Ready>();
        return bot;
    }

    /// <summary>The text of the next message, without the mention it begins with.</summary>
    public async Task<string> QuestionAsync() => (await Handler.TakenAsync<GatewayEvent.MessageCreated>()).Message.Content.Split(' ', 2)[^1];

    public async ValueTask DisposeAsync()
    {
        await Gateway.StopAsync(SessionEnding.Keep).Soon();
        await _run.Soon();
        await _services.DisposeAsync();
        Logs.Dispose();
    }
}
