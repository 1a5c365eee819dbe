using System.Text.Json;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.State;
using Bot.Host.CommandLine;
using Bot.Host.Tests.Support;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

/// <summary>The whole worker in this process, on a simulated Discord: only the retrieval is written by hand.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    // The key of what the host may replace in its Discord client.
    private const string DiscordClient = "Bot.Discord";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly RecordingLoggerProvider _logs = new();
    private readonly TimeProvider _clock;
    private Task<int> _running = Task.FromResult(0);

    private DiscordBot(FakeRetrieval retrieval, TimeProvider clock) => (Retrieval, _clock) = (retrieval, clock);

    public FakeRetrieval Retrieval { get; }

    public RecordingLoggerProvider Logs => _logs;

    /// <summary>Starts a bot that isn't connected yet.</summary>
    /// <param name="folder">Holds its settings and data; a second bot on the same folder goes on where the first ended.</param>
    /// <param name="clock">The bot's; real time where it is missing.</param>
    public static DiscordBot Launch(
        DiscordSimulator discord, TemporaryFolder folder, FakeRetrieval? retrieval = null, TimeProvider? clock = null, params (string Name, object Value)[] settings)
    {
        folder.CreateFolder("seeds");
        folder.Write("appsettings.json", JsonSerializer.Serialize(Settings(discord, settings)));
        var bot = new DiscordBot(retrieval ?? new(), clock ?? TimeProvider.System);
        bot._running = Task.Run(() => CommandLineApp.RunAsync([], bot.SurroundingsIn(folder), bot._stop.Token));
        return bot;
    }

    /// <summary>Starts a bot and waits until it has a session.</summary>
    public static async Task<DiscordBot> StartAsync(
        DiscordSimulator discord, TemporaryFolder folder, FakeRetrieval? retrieval = null, TimeProvider? clock = null, params (string Name, object Value)[] settings)
    {
        var bot = Launch(discord, folder, retrieval, clock, settings);
        await discord.ExpectAsync("identify");
        return bot;
    }

    /// <summary>The answers to a message, wherever the bot put them: in the thread on it, as a reply to it, or in its channel.</summary>
    public static IReadOnlyList<SimMessage> RepliesTo(DiscordSimulator discord, SimMessage question) =>
        [.. discord.BotMessages.Where(message => !message.IsDeleted && (message.ChannelId == question.Id || message.ReferenceId == question.Id))];

    /// <summary>Waits for the answer to a message.</summary>
    public static Task<SimMessage> ReplyToAsync(DiscordSimulator discord, SimMessage question) =>
        discord.ExpectReplyAsync(message => message.ChannelId == question.Id || message.ReferenceId == question.Id);

    /// <summary>Asks by mention and checks that one answer comes.</summary>
    public static async Task<SimMessage> AskAsync(DiscordSimulator discord, string question = "How long?")
    {
        var asked = discord.Ask(question);
        var reply = await ReplyToAsync(discord, asked);
        Assert.Single(RepliesTo(discord, asked));
        return reply;
    }

    /// <summary>Waits until the program has ended by itself.</summary>
    public Task<int> ExitCodeAsync() => _running.WaitAsync(Patience, TimeProvider.System);

    /// <summary>Ends the program as Ctrl+C does.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await ExitCodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private static Dictionary<string, object> Settings(DiscordSimulator discord, (string Name, object Value)[] settings)
    {
        var flat = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Bot:Discord:Token"] = discord.Token,
            ["Bot:Discord:ApiBaseAddress"] = discord.ApiBaseAddress.AbsoluteUri,
            ["Bot:Http:Address"] = "",
            ["Bot:Conversations:QuestionsPerUserPerMinute"] = 0,
        };
        foreach (var (name, value) in settings)
        {
            flat[$"Bot:{name}"] = value;
        }
        return flat;
    }

    private Surroundings SurroundingsIn(TemporaryFolder folder) => new()
    {
        Streams = new StandardStreams(TextReader.Null, TextWriter.Null, TextWriter.Null),
        CurrentDirectory = folder.Path,
        ProgramDirectory = folder.Path,
        Clock = _clock,
        Replace = services =>
        {
            Retrieval.Register(services);
            // Chance that draws nothing: pauses that grow at random are none.
            services.AddKeyedSingleton<Func<double>>(DiscordClient, (_, _) => static () => 0);
            services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(_logs);
        },
    };
}
