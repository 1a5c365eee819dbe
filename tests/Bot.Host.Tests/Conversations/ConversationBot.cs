using Bot.Host.CommandLine;
using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;
using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;
using Bot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Conversations;

/// <summary>The conversations of a host, on a fake chat, fake retrieval and a clock of the test's own; the storage is real.</summary>
internal sealed class ConversationBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ConversationService _service;

    private ConversationBot(ServiceProvider services)
    {
        _services = services;
        _service = ActivatorUtilities.CreateInstance<ConversationService>(services);
    }

    public ConversationHandler Handler => _services.GetRequiredService<ConversationHandler>();

    public ConversationDatabase Database => _services.GetRequiredService<ConversationDatabase>();

    public RunningWork Work => _services.GetRequiredService<RunningWork>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<ConversationBot> StartAsync(
        TemporaryFolder folder, FakePlatform platform, TimeProvider? clock = null, FakeRetrieval? retrieval = null,
        bool loaded = true, Action<IServiceCollection>? replace = null, params (string Name, string Value)[] settings)
    {
        folder.CreateFolder("seeds");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Bot:{setting.Name}", (string?)setting.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(new BotHome(folder.Path, folder.Path))
            .AddSingleton(clock ?? TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace))
            .AddSettings()
            .AddSingleton<SeedsLocation>()
            .AddSingleton<ISnapshotStore>(new FakeSnapshots())
            .AddSingleton<SnapshotKeeper>()
            .AddSingleton<IndexRefresher>()
            .AddConversations()
            .AddSingleton<IChatPlatform>(platform);
        (retrieval ?? new FakeRetrieval()).Register(services);
        replace?.Invoke(services);
        var bot = new ConversationBot(services.BuildServiceProvider());
        if (loaded)
        {
            await bot.Get<IndexRefresher>().ReloadAsync(progress: null, CancellationToken.None);
        }
        await bot._service.StartAsync(CancellationToken.None);
        return bot;
    }

    public static IncomingMessage Message(
        string id, Request? request = null, string author = "ann", string place = "thread", TimeProvider? clock = null) => new()
        {
            Event = new EventKey("fake", id),
            Conversation = new ConversationKey("fake", place),
            Author = author,
            Request = request ?? new Request.Ask($"Question {id}"),
            Address = $"address of {id}",
            ReceivedAt = (clock ?? TimeProvider.System).GetUtcNow(),
            Language = TextLanguage.English,
        };

    public Task<Receipt> ReceiveAsync(IncomingMessage message) => Handler.ReceiveAsync(message, CancellationToken.None);

    public Task IdleAsync() => Work.WhenDoneAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

    /// <summary>As if the process were killed: nothing is finished or said, only the operating system lets go of the file.</summary>
    public ValueTask CrashAsync() => Database.DisposeAsync();

    public Task StopAsync() => _service.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _service.Dispose();
        await _services.DisposeAsync();
    }
}
