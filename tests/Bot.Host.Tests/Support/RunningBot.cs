using Bot.Host.CommandLine;
using Bot.Host.Settings;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Support;

/// <summary>The whole worker in this process, on simulated chats.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _stopped;

    private RunningBot(IHost host, RecordingLoggerProvider logs) => (_host, Logs) = (host, logs);

    public RecordingLoggerProvider Logs { get; }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Completes when the worker ends by itself.</summary>
    public Task EndedAsync() => _host.WaitForShutdownAsync().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

    /// <param name="folder">Its seeds and data.</param>
    /// <param name="settings">Names below <c>Bot</c>, and values; the last of a name counts.</param>
    /// <param name="retrieval">In place of the real one, which reads the folder's seeds.</param>
    /// <param name="clock">In place of the system's.</param>
    public static async Task<RunningBot> StartAsync(
        TemporaryFolder folder, IEnumerable<(string Name, string Value)> settings, FakeRetrieval? retrieval = null, TimeProvider? clock = null)
    {
        folder.CreateFolder("seeds");
        folder.Write(BotHome.SettingsFile, Json([("Http:Address", "http://127.0.0.1:0"), .. settings]));
        var logs = new RecordingLoggerProvider();
        var surroundings = new Surroundings
        {
            Streams = new StandardStreams(TextReader.Null, TextWriter.Null, TextWriter.Null),
            CurrentDirectory = folder.Path,
            ProgramDirectory = folder.Path,
            Clock = clock ?? TimeProvider.System,
            Replace = services =>
            {
                services.AddLogging(logging => logging.ClearProviders().AddProvider(logs));
                retrieval?.Register(services);
            },
        };
        var host = BotHost.BuildHost(surroundings, new CommandOutput(surroundings.Streams, json: false), documents: null);
        await host.StartAsync();
        return new(host, logs);
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    public async Task StopAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            await _host.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            _host.Dispose();
        }
    }

    private static string Json(IEnumerable<(string Name, string Value)> settings)
    {
        var lines = settings.GroupBy(setting => setting.Name, StringComparer.Ordinal).Select(setting => $"\"Bot:{setting.Key}\": \"{setting.Last().Value}\"");
        return $"{{ {string.Join(", ", lines)} }}";
    }
}
