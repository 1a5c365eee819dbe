using Bot.Host.Conversations;
using Microsoft.Extensions.Hosting;

namespace Bot.Host.Admin;

/// <summary>Decides what the failure of one chat means for the process: it ends when no other chat is left.</summary>
internal sealed class WorkerOutcome(PlatformRegistry platforms, IHostApplicationLifetime lifetime)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _failed = [];

    /// <summary>Whether some chat has failed for good.</summary>
    public bool HasFailed
    {
        get
        {
            lock (_gate)
            {
                return _failed.Count > 0;
            }
        }
    }

    /// <summary>A chat won't come back until somebody changes something.</summary>
    public void PlatformFailed(string name)
    {
        lock (_gate)
        {
            _failed.Add(name);
            if (_failed.Count < platforms.All.Count)
            {
                return;
            }
        }
        lifetime.StopApplication();
    }
}
