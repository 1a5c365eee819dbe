using System.Collections.Immutable;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>A conversation: channel, DM or group DM. Lists are snapshots.</summary>
public sealed class SlackChannel
{
    private readonly SimulatorCore _core;
    private readonly Dictionary<string, SlackMessage> _byTs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SlackMessage>> _threads = new(StringComparer.Ordinal);
    private readonly Queue<string> _roots = new();

    internal SlackChannel(SimulatorCore core, SlackWorkspace workspace, string id, string name, ChannelKind kind)
    {
        _core = core;
        (Workspace, Id, Name, Kind) = (workspace, id, name, kind);
    }

    public SlackWorkspace Workspace { get; }

    public string Id { get; }

    public string Name { get; }

    public ChannelKind Kind { get; }

    /// <summary>Whether people of another workspace take part (Slack Connect).</summary>
    public bool IsShared { get; internal set; }

    public bool IsArchived { get; internal set; }

    public ImmutableHashSet<string> Members { get; internal set; } = [];

    /// <summary>Messages that stand in the channel, replies too, in the order of posting; deleted ones are left out.</summary>
    public ImmutableArray<SlackMessage> Messages
    {
        get
        {
            lock (_core.Gate)
            {
                return [.. _byTs.Values.Where(message => !message.IsDeleted).OrderBy(message => message.Ts, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>How events name the kind.</summary>
    internal string WireKind => Kind switch
    {
        ChannelKind.Public => "channel",
        ChannelKind.Private => "group",
        ChannelKind.DirectMessage => "im",
        _ => "mpim",
    };

    /// <summary>The root and its replies, in the order of posting; deleted ones are left out.</summary>
    public ImmutableArray<SlackMessage> Thread(string rootTs)
    {
        lock (_core.Gate)
        {
            return _threads.TryGetValue(rootTs, out var thread) ? [.. thread.Where(message => !message.IsDeleted)] : [];
        }
    }

    internal SlackMessage? Find(string ts) => _byTs.GetValueOrDefault(ts) is { IsDeleted: false } message ? message : null;

    internal void Add(SlackMessage message)
    {
        _byTs[message.Ts] = message;
        if (!_threads.TryGetValue(message.RootTs, out var thread))
        {
            _threads[message.RootTs] = thread = [];
            _roots.Enqueue(message.RootTs);
        }
        thread.Add(message);
        while (_roots.Count > _core.Options.HistoryLimit)
        {
            Forget(_roots.Dequeue());
        }
    }

    private void Forget(string rootTs)
    {
        _threads.Remove(rootTs, out var thread);
        thread?.ForEach(message => _byTs.Remove(message.Ts));
    }
}
