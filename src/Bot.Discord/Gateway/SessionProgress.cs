namespace Bot.Discord.Gateway;

/// <summary>
/// How far one session is. Two sequences matter: what was received (a resume in this process goes on from there, since the
/// queue survives it) and what was processed (a resume after a crash must go on from there, since the queue doesn't). Thread-safe.
/// </summary>
internal sealed class SessionProgress(string sessionId, Uri? resumeGatewayUrl, long sequence)
{
    private readonly Lock _gate = new();
    private long _received = sequence;
    private long _processed = sequence;
    private int _pending;

    public string SessionId { get; } = sessionId;

    public Uri? ResumeGatewayUrl { get; } = resumeGatewayUrl;

    public long Received
    {
        get
        {
            lock (_gate)
            {
                return _received;
            }
        }
    }

    /// <summary>Every event up to this one was taken by the handler or concerns nobody.</summary>
    public long Processed
    {
        get
        {
            lock (_gate)
            {
                return _processed;
            }
        }
    }

    /// <summary>An event went into the queue.</summary>
    public void Queued(long sequence)
    {
        lock (_gate)
        {
            _pending++;
            _received = Math.Max(_received, sequence);
        }
    }

    /// <summary>An event came that nobody needs.</summary>
    public void Skipped(long sequence)
    {
        lock (_gate)
        {
            _received = Math.Max(_received, sequence);
            if (_pending == 0)
            {
                _processed = _received;
            }
        }
    }

    /// <summary>A queued event is through; they get through in the order they were queued.</summary>
    public void Done(long sequence)
    {
        lock (_gate)
        {
            _pending--;
            _processed = _pending == 0 ? _received : Math.Max(_processed, sequence);
        }
    }
}
