using Bot.Discord.Simulator;
using Bot.Host.CommandLine;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

/// <summary>The whole worker in this process, on a simulated Discord.</summary>
internal sealed class BotOnDiscord : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _stopped;

    private BotOnDiscord(IHost host, RecordingLoggerProvider logs) => (_host, Logs) = (host, logs);

    public RecordingLoggerProvider Logs { get; }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Completes when the worker ends by itself.</summary>
    public Task EndedAsync() => _host.WaitForShutdownAsync().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

    /// <param name="folder">Its seeds and data.</param>
    /// <param name="discord">Where it goes.</param>
    /// <param name="retrieval">In place of the real one, which reads the folder's seeds.</param>
    /// <param name="connects">Whether to wait until it has connected.</param>
    /// <param name="replace">Puts other services in place.</param>
    /// <param name="settings">Names below <c>Bot</c>, and values.</param>
    public static async Task<BotOnDiscord> StartAsync(
        TemporaryFolder folder, DiscordSimulator discord, FakeRetrieval? retrieval = null, bool connects = true,
        Action<IServiceCollection>? replace = null, params (string Name, string Value)[] settings)
    {
        folder.CreateFolder("seeds");
        folder.Write(BotHome.SettingsFile, Json(discord, settings));
        var logs = new RecordingLoggerProvider();
        var surroundings = new Surroundings
        {
            Streams = new StandardStreams(TextReader.Null, TextWriter.Null, TextWriter.Null),
            CurrentDirectory = folder.Path,
            ProgramDirectory = folder.Path,
            Replace = services =>
            {
                services.AddLogging(logging => logging.ClearProviders().AddProvider(logs));
                retrieval?.Register(services);
                replace?.Invoke(services);
            },
        };
        var host = BotHost.BuildHost(surroundings, new CommandOutput(surroundings.Streams, json: false), documents: null);
        var resumes = Directory.Exists(Path.Combine(folder.Path, "data", "discord"));
        await host.StartAsync();
        if (connects)
        {
            // What is posted after that comes to the bot, if later.
            await discord.ExpectAsync(resumes ? "resume" : "identify");
        }
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
        switch (_host)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            default:
                _host.Dispose();
                break;
        }
    }

    private static string Json(DiscordSimulator discord, (string Name, string Value)[] settings)
    {
        (string Name, string Value)[] all =
        [
            ("Discord:Token", discord.Token), ("Discord:ApiBaseAddress", discord.ApiBaseAddress.ToString()), ("Http:Address", "http://127.0.0.1:0"),
            .. settings,
        ];
        var lines = all.GroupBy(setting => setting.Name).Select(setting => $"\"Bot:{setting.Key}\": \"{setting.Last().Value}\"");
        return $"{{ {string.Join(", ", lines)} }}";
    }
}
