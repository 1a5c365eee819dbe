using System.Globalization;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.Observation;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.WebApi;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator;

/// <summary>What the parts of the simulator share. All state changes under <see cref="Gate"/>.</summary>
internal sealed class SimulatorCore
{
    private readonly Queue<ApiCallRecord> _calls = new();
    private readonly Dictionary<string, SlackWorkspace> _workspaces = new(StringComparer.Ordinal);

    public SimulatorCore(SlackSimulatorOptions options)
    {
        Options = options;
        AppId = Ids.Next("A");
        AppToken = $"xapp-1-{AppId}-1000-secret";
        Timestamps = new(options.Clock);
        Changes = new(this);
        Unexpected = new(this);
        Hub = new(this);
        Deliveries = new(this);
        Events = new(this);
        Board = new(this);
        Ephemerals = new(this);
        Assistants = new(this);
        Files = new(this);
        Triggers = new(this);
        ResponseUrls = new(this);
        Views = new(this);
        Interactions = new(this);
    }

    public SlackSimulatorOptions Options { get; }

    public TimeProvider Clock => Options.Clock;

    public Lock Gate { get; } = new();

    public IdSequence Ids { get; } = new();

    public TimestampSequence Timestamps { get; }

    public string AppId { get; }

    public string AppToken { get; }

    public TokenState AppTokenState { get; set; }

    public bool AppTokenHasScope { get; set; } = true;

    public ChangeLog Changes { get; }

    public UnexpectedCalls Unexpected { get; }

    public ApiFaults Faults { get; } = new();

    public SocketHub Hub { get; }

    public DeliveryService Deliveries { get; }

    public EventPublisher Events { get; }

    public MessageBoard Board { get; }

    public EphemeralBoard Ephemerals { get; }

    public AssistantBoard Assistants { get; }

    public FileStore Files { get; }

    public TriggerBook Triggers { get; }

    public ResponseUrls ResponseUrls { get; }

    public ViewBoard Views { get; }

    public InteractionService Interactions { get; }

    /// <summary>Where the simulator is reached; known once it listens.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    /// <summary>Calls that came before their Retry-After was over.</summary>
    public int EarlyCalls { get; set; }

    public IReadOnlyCollection<ApiCallRecord> Calls => _calls;

    public SlackWorkspace AddWorkspace(string name)
    {
        lock (Gate)
        {
            var workspace = new SlackWorkspace(this, name);
            return _workspaces[workspace.BotToken] = workspace;
        }
    }

    public SlackWorkspace? FindWorkspace(string? token) => token is null ? null : _workspaces.GetValueOrDefault(token);

    public void Record(ApiCallRecord call)
    {
        _calls.Enqueue(call);
        while (_calls.Count > Options.HistoryLimit)
        {
            _calls.Dequeue();
        }
        Changes.Publish(new SlackChange.Called(call));
    }

    /// <summary>The state in a few words, for the message of a test that waited in vain.</summary>
    public string Describe()
    {
        lock (Gate)
        {
            var last = _calls.TakeLast(8).Select(call => string.Create(CultureInfo.InvariantCulture, $"{call.Method} {call.Status} {call.Error}"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Sockets: {Hub.Sockets.Length}, ready {Hub.Sockets.Count(socket => socket.IsReady)}. Last calls: {string.Join("; ", last)}. Unexpected: {string.Join("; ", Unexpected.All)}");
        }
    }
}
