using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Hosting;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.WebApi;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator;

/// <summary>
/// A Slack on 127.0.0.1 with one workspace, spoken to by an app over the Web API and Socket Mode and by a test through this class.
/// Safe to use from several threads. Disposing throws when the app did what it never should.
/// </summary>
public sealed class SlackSimulator : IAsyncDisposable
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);

    private readonly SimulatorCore _core;
    private readonly SimulatorServer _server;

    private SlackSimulator(SimulatorCore core, SimulatorServer server)
    {
        (_core, _server) = (core, server);
        Workspace = core.AddWorkspace("simulated");
        Sockets = new(core);
    }

    /// <summary>Called for each change, in order and one at a time; it must be quick and must not wait.</summary>
    public event Action<SlackChange> Changed
    {
        add => _core.Changes.Changed += value;
        remove => _core.Changes.Changed -= value;
    }

    /// <summary>The base address of the Web API, with the slash at its end.</summary>
    public Uri ApiBaseAddress => new(_core.Address, "api/");

    public string AppId => _core.AppId;

    /// <summary>The app-level token, for <c>apps.connections.open</c> only.</summary>
    public string AppToken => _core.AppToken;

    /// <summary>The bot token of <see cref="Workspace"/>.</summary>
    public string BotToken => Workspace.BotToken;

    /// <summary>The workspace that is there from the start.</summary>
    public SlackWorkspace Workspace { get; }

    /// <summary>The app's sockets, and what can go wrong with them.</summary>
    public SocketControl Sockets { get; }

    /// <summary>What goes wrong with calls of the Web API.</summary>
    public ApiFaults Faults => _core.Faults;

    /// <summary>The calls so far, oldest first.</summary>
    public ImmutableArray<ApiCallRecord> Calls
    {
        get
        {
            lock (_core.Gate)
            {
                return [.. _core.Calls];
            }
        }
    }

    /// <summary>What the app did that it never should.</summary>
    public ImmutableArray<string> Unexpected => _core.Unexpected.All;

    /// <summary>Calls that came before their Retry-After was over.</summary>
    public int EarlyCalls => _core.EarlyCalls;

    public static Task<SlackSimulator> StartAsync() => StartAsync(new());

    public static async Task<SlackSimulator> StartAsync(SlackSimulatorOptions options)
    {
        var core = new SimulatorCore(options);
        return new(core, await SimulatorServer.StartAsync(core));
    }

    /// <summary>Installs the app in a further workspace.</summary>
    public SlackWorkspace AddWorkspace(string name) => _core.AddWorkspace(name);

    public SlackUser AddUser(string name, bool isAdmin = false) => Workspace.AddUser(name, isAdmin);

    public SlackChannel AddChannel(string name, params SlackUser[] members) => Workspace.AddChannel(name, members);

    /// <summary>Delivers an event of any shape, whatever the subscriptions.</summary>
    public Delivery PublishEvent(JsonObject body)
    {
        lock (_core.Gate)
        {
            return _core.Events.Publish(Workspace, body.DeepClone().AsObject());
        }
    }

    /// <summary>Waits until so many sockets are connected and greeted.</summary>
    public Task ConnectedAsync(int sockets = 1) =>
        UntilAsync(() => Sockets.Open.Count(socket => socket.IsReady) >= sockets ? this : null, $"{sockets} sockets");

    /// <summary>Waits for a message of the bot that is there or comes, as it is or as it is edited to be.</summary>
    public Task<SlackMessage> BotMessageAsync(SlackChannel channel, Func<SlackMessage, bool> predicate) =>
        UntilAsync(() => channel.Messages.FirstOrDefault(message => message.IsFromBot && predicate(message)), $"a message of the bot in {channel.Name}");

    /// <summary>Waits for a message of the bot in the thread of a question.</summary>
    public Task<SlackMessage> ReplyAsync(UserPost question, Func<SlackMessage, bool>? predicate = null) =>
        UntilAsync(() => question.BotReplies.FirstOrDefault(message => predicate?.Invoke(message) ?? true), $"a reply to \"{question.Message.Text}\"");

    /// <summary>Waits for a call that was made or comes.</summary>
    public Task<ApiCallRecord> CallAsync(string method, Func<ApiCallRecord, bool>? predicate = null) =>
        UntilAsync(() => Calls.FirstOrDefault(call => call.Method == method && (predicate?.Invoke(call) ?? true)), method);

    /// <summary>Waits until a probe, asked now and after each change, gives something. Throws <see cref="TimeoutException"/> with the state.</summary>
    public Task<T> UntilAsync<T>(Func<T?> probe, string what, TimeSpan? timeout = null)
        where T : class => _core.Changes.UntilAsync(probe, what, timeout ?? DefaultWait);

    /// <summary>Gives what the app did wrong so far and forgets it, so that disposing doesn't throw for it.</summary>
    public ImmutableArray<string> TakeUnexpected() => _core.Unexpected.Take();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Unexpected is { IsEmpty: false } unexpected)
        {
            throw new SlackSimulatorException($"The app did what it never should: {string.Join(Environment.NewLine, unexpected)}");
        }
    }
}
