namespace Bot.Discord;

/// <summary>Remembers that Discord rejected the token, so that REST and gateway stop together: going on would get the address banned.</summary>
internal sealed class TokenGuard : IDisposable
{
    public const string Reason =
        "Discord rejected the bot's token. Reset the token on the Bot page of the developer portal, put the new one into the Discord token setting and start again.";

    private readonly CancellationTokenSource _rejected = new();

    /// <summary>Cancelled once the token was rejected.</summary>
    public CancellationToken Rejected => _rejected.Token;

    public bool IsRejected => _rejected.IsCancellationRequested;

    public void Reject() => _rejected.Cancel();

    public void Dispose() => _rejected.Dispose();
}
