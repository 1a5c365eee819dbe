using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Control;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Hosting;
using Bot.Slack.Simulator.Interactions;
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
        server.Control = new(this);
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

    /// <summary>Messages that one person sees, oldest first, those taken away too.</summary>
    public ImmutableArray<SlackEphemeral> Ephemerals => _core.Ephemerals.All;

    /// <summary>All modals ever opened, oldest first.</summary>
    public ImmutableArray<SlackView> Modals => _core.Views.Modals;

    /// <summary>What the app did that it never should.</summary>
    public ImmutableArray<string> Unexpected => _core.Unexpected.All;

    /// <summary>Calls that came before their Retry-After was over.</summary>
    public int EarlyCalls => _core.EarlyCalls;

    internal ControlledDeliveries ControlledDeliveries { get; } = new();

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

    /// <summary>Delivers a payload as it is, in an envelope of any kind: what is malformed, or unlike an event, such as <c>app_rate_limited</c>.</summary>
    public Delivery PublishPayload(JsonObject payload, EnvelopeKind kind = EnvelopeKind.EventsApi)
    {
        lock (_core.Gate)
        {
            return _core.Deliveries.Deliver(kind, payload.DeepClone().AsObject());
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

    /// <summary>Waits for a message that only this person sees.</summary>
    public Task<SlackEphemeral> EphemeralAsync(SlackUser user, Func<SlackEphemeral, bool>? predicate = null) =>
        UntilAsync(
            () => Ephemerals.FirstOrDefault(message => message.UserId == user.Id && !message.IsDeleted && (predicate?.Invoke(message) ?? true)),
            $"a message for {user.Name} alone");

    /// <summary>Waits for an open modal of a person.</summary>
    public Task<SlackView> ModalAsync(SlackUser user, Func<SlackView, bool>? predicate = null) =>
        UntilAsync(() => _core.Views.Top(user.Id) is { } view && (predicate?.Invoke(view) ?? true) ? view : null, $"a modal for {user.Name}");

    /// <summary>Waits for a person's Home tab.</summary>
    public Task<SlackView> HomeAsync(SlackUser user, Func<SlackView, bool>? predicate = null) =>
        UntilAsync(() => _core.Views.Home(user.Id) is { } view && (predicate?.Invoke(view) ?? true) ? view : null, $"the Home tab of {user.Name}");

    /// <summary>What the app set on a thread; on the Messages tab where <paramref name="rootTs"/> is empty.</summary>
    public AssistantThread AssistantThread(SlackChannel channel, string rootTs)
    {
        lock (_core.Gate)
        {
            return _core.Assistants.Find(channel, rootTs);
        }
    }

    /// <summary>Waits for a status, title or prompts of a thread.</summary>
    public Task<AssistantThread> AssistantThreadAsync(SlackChannel channel, string rootTs, Func<AssistantThread, bool> predicate) =>
        UntilAsync(() => AssistantThread(channel, rootTs) is { } thread && predicate(thread) ? thread : null, "a change of the assistant's thread");

    /// <summary>A file by id, whether or not its upload is complete.</summary>
    public SlackFile? File(string id)
    {
        lock (_core.Gate)
        {
            return _core.Files.Find(id);
        }
    }

    /// <summary>Uninstalls the app or revokes its token: the Web API refuses the bot token from now on, and the app is told.</summary>
    public Delivery? Revoke(TokenState state = TokenState.Revoked)
    {
        lock (_core.Gate)
        {
            Workspace.Token = state;
            return _core.Events.PublishIfSubscribed(Workspace, state == TokenState.Revoked
                ? new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(Workspace.BotUserId) } }
                : new() { ["type"] = "app_uninstalled" });
        }
    }

    /// <summary>Makes the app-level token one that <c>apps.connections.open</c> refuses, or good again.</summary>
    public void SetAppToken(TokenState state, bool hasScope = true)
    {
        lock (_core.Gate)
        {
            (_core.AppTokenState, _core.AppTokenHasScope) = (state, hasScope);
        }
    }

    /// <summary>Archives a channel.</summary>
    public void Archive(SlackChannel channel) => channel.IsArchived = true;

    /// <summary>Takes the bot into a channel and tells it.</summary>
    public Delivery? Invite(SlackChannel channel)
    {
        lock (_core.Gate)
        {
            channel.Members = channel.Members.Add(channel.Workspace.BotUserId);
            return _core.Events.PublishIfSubscribed(channel.Workspace, new()
            {
                ["type"] = "member_joined_channel",
                ["user"] = channel.Workspace.BotUserId,
                ["channel"] = channel.Id,
                ["channel_type"] = channel.Id[..1],
                ["team"] = channel.Workspace.TeamId,
            }, channel);
        }
    }

    /// <summary>Removes the bot from a channel.</summary>
    public void Kick(SlackChannel channel) => channel.Members = channel.Members.Remove(channel.Workspace.BotUserId);

    /// <summary>Waits for a call that was made or comes.</summary>
    public Task<ApiCallRecord> CallAsync(string method, Func<ApiCallRecord, bool>? predicate = null) =>
        UntilAsync(() => Calls.FirstOrDefault(call => call.Method == method && (predicate?.Invoke(call) ?? true)), method);

    /// <summary>Waits until a probe, asked now and after each change, gives something. Throws <see cref="TimeoutException"/> with the state.</summary>
    public Task<T> UntilAsync<T>(Func<T?> probe, string what, TimeSpan? timeout = null)
        where T : class => _core.Changes.UntilAsync(probe, what, timeout ?? DefaultWait);

    /// <summary>Gives what the app did wrong so far and forgets it, so that disposing doesn't throw for it.</summary>
    public ImmutableArray<string> TakeUnexpected() => _core.Unexpected.Take();

    internal SlackView? FindView(string id)
    {
        lock (_core.Gate)
        {
            return _core.Views.Find(id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Unexpected is { IsEmpty: false } unexpected)
        {
            throw new SlackSimulatorException($"The app did what it never should: {string.Join(Environment.NewLine, unexpected)}");
        }
    }
}
