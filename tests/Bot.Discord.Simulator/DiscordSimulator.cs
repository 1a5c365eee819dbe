using Bot.Discord.Simulator.Control;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Simulator.Rest.Routes;
using Bot.Discord.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Simulator;

/// <summary>
/// A Discord on loopback: gateway v10 and REST v10 as a bot sees them. Starts with one guild, one channel and one user. All members
/// may be called from any thread.
/// </summary>
public sealed partial class DiscordSimulator : IAsyncDisposable
{
    private const string RestPrefix = "/api/v10";
    private const string ControlPrefix = "/_control/";

    private readonly DiscordSimulatorOptions _options;
    private readonly World _world;
    private readonly Unexpected _unexpected = new();
    private readonly Sessions _sessions;
    private readonly GatewayHub _hub;
    private readonly GatewayEndpoint _gateway;
    private readonly GatewayRoutes _gatewayRoutes;
    private readonly MessageBoard _board;
    private readonly GuildDirectory _directory;
    private readonly CommandRegistry _commands;
    private readonly InteractionDesk _desk;
    private readonly RestFaults _restFaults;
    private readonly RateLimiter _limiter;
    private readonly RestPipeline _rest;
    private readonly ControlApi _control;
    private readonly CancellationTokenSource _stopping = new();
    private SimulatorServer? _server;

    private DiscordSimulator(DiscordSimulatorOptions options)
    {
        _options = options;
        _world = new(options.Clock, options.HistoryLimit);
        _sessions = new(_world, options);
        var starts = new SessionStarts(options);
        _hub = new(_world, _sessions, starts, options);
        _gateway = new(_world, _hub, _unexpected, options);
        _gatewayRoutes = new(starts, options);
        _board = new(_world);
        _directory = new(_world, _board);
        _commands = new(_world);
        _desk = new(_world, options.HistoryLimit);
        _restFaults = new(options.Seed);
        _limiter = new(options.RateLimits, options.Clock);
        _rest = new(_world, new(AllRoutes()), _limiter, _restFaults, _unexpected, options);
        User = _directory.AddUser("alice", "en-US", isBot: false);
        Guild = _directory.AddGuild("Test", User, "en-US", id: null);
        Channel = _directory.AddChannel(Guild, "general");
        _world.MessageChanged += OnMessageChanged;
        _control = new(this);
    }

    /// <summary>Where a bot's REST calls go, with the version and a slash at the end.</summary>
    public Uri ApiBaseAddress => new($"http://127.0.0.1:{Port}{RestPrefix}/");

    public int Port => _server!.Port;

    /// <summary>The token a bot must have.</summary>
    public string Token => _options.Token;

    /// <summary>Calls that Discord doesn't know, and mistakes that it would punish later.</summary>
    public IReadOnlyList<string> UnexpectedCalls => _unexpected.Calls;

    public static Task<DiscordSimulator> StartAsync() => StartAsync(new());

    public static async Task<DiscordSimulator> StartAsync(DiscordSimulatorOptions options)
    {
        var simulator = new DiscordSimulator(options);
        simulator._server = await SimulatorServer.StartAsync(options.Port, simulator.HandleAsync);
        simulator._gatewayRoutes.Address = $"ws://127.0.0.1:{simulator._server.Port}";
        simulator._sessions.ResumeAddress = $"ws://127.0.0.1:{simulator._server.ResumePort}";
        return simulator;
    }

    /// <summary>Stops all connections.</summary>
    /// <exception cref="InvalidOperationException">There were unexpected calls and the options don't tolerate them.</exception>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _server!.DisposeAsync();
        _sessions.Dispose();
        _stopping.Dispose();
        if (!_options.TolerateUnexpected && _unexpected.Calls is [_, ..] calls)
        {
            throw new InvalidOperationException($"The simulator got calls that Discord doesn't know: {string.Join("; ", calls)}");
        }
    }

    private IEnumerable<RestRoute> AllRoutes()
    {
        var access = new Access(_world);
        var bodies = new MessageBody(_world);
        return
        [
            .. _gatewayRoutes.Routes,
            .. new UserRoutes(_world, _options).Routes,
            .. new GuildRoutes(_world, access).Routes,
            .. new ChannelRoutes(_world, _directory, access).Routes,
            .. new MessageRoutes(_world, _board, access, bodies, _options).Routes,
            .. new ReactionRoutes(_world, _board, access).Routes,
            .. new CommandRoutes(_world, _commands).Routes,
            .. new InteractionRoutes(_world, _board, bodies, _desk).Routes,
            .. new WebhookRoutes(_world, _board, bodies, _desk).Routes,
        ];
    }

    private async Task HandleAsync(HttpContext context, bool viaResumeHost)
    {
        var path = context.Request.Path.ToUriComponent();
        if (context.WebSockets.IsWebSocketRequest)
        {
            await _gateway.HandleAsync(context, viaResumeHost, _stopping.Token);
        }
        else if (path.StartsWith(RestPrefix, StringComparison.Ordinal))
        {
            await _rest.HandleAsync(context, path[RestPrefix.Length..]);
        }
        else if (path.StartsWith(ControlPrefix, StringComparison.Ordinal))
        {
            await _control.HandleAsync(context, path[ControlPrefix.Length..]);
        }
        else
        {
            _unexpected.Add($"{context.Request.Method} {path}");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
