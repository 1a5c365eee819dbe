using Bot.Host.Conversations;
using Bot.Slack.SocketMode;
using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>What is known of the connection: who the bot is there, and how it goes. Safe for concurrent use.</summary>
internal sealed class SlackConnection(ISocketModeClient sockets) : IDisposable
{
    private readonly CancellationTokenSource _withdrawn = new();
    private volatile SlackIdentity? _self;
    private volatile string? _failure;
    private volatile string? _problem;

    /// <summary>The bot in its workspace; null until Slack has told.</summary>
    public SlackIdentity? Self => _self;

    /// <summary>Cancelled when the workspace took the app or its token away.</summary>
    public CancellationToken Withdrawn => _withdrawn.Token;

    public PlatformState State => (_failure, sockets.Health) switch
    {
        ({ } failure, _) => new(PlatformConnection.Failed, failure),
        (_, { Connected: 0 }) => new(PlatformConnection.Connecting, _problem),
        _ => new(PlatformConnection.Connected),
    };

    public void Is(SlackIdentity self) => _self = self;

    /// <summary>Nothing more will happen until somebody changes something.</summary>
    public void Failed(string reason) => _failure = reason;

    /// <summary>What is in the way now, or null.</summary>
    public void Hindered(string? problem) => _problem = problem;

    /// <summary>The workspace took the app or its token away.</summary>
    public void Withdraw(string reason)
    {
        _failure = reason;
        _withdrawn.Cancel();
    }

    public void Dispose() => _withdrawn.Dispose();
}
