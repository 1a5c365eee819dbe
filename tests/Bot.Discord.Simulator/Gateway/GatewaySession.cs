using System.Text.Json.Nodes;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>One identified session of one shard: its sequence, the events it can replay, and its connection while it has one.</summary>
internal sealed class GatewaySession(string id, int shard, int shardCount, Intents intents, int replayLimit)
{
    private readonly Queue<(int Sequence, byte[] Utf8)> _sent = [];

    public string Id { get; } = id;

    public int Shard { get; } = shard;

    public int ShardCount { get; } = shardCount;

    public Intents Intents { get; } = intents;

    public int LastSequence { get; private set; }

    public GatewayConnection? Connection { get; private set; }

    /// <summary>When the connection went, by the clock's timestamp.</summary>
    public long DetachedAt { get; private set; }

    public bool Hears(ulong? guildId) => guildId is { } guild ? (int)((guild >> 22) % (ulong)ShardCount) == Shard : Shard == 0;

    /// <summary>Gives an event the next sequence number, keeps it for replay and sends it where there is a connection.</summary>
    public void Append(string name, JsonNode? data)
    {
        LastSequence++;
        var utf8 = Json.Bytes(new JsonObject
        {
            ["t"] = name,
            ["s"] = LastSequence,
            ["op"] = (int)GatewayOp.Dispatch,
            ["d"] = data,
        });
        _sent.Enqueue((LastSequence, utf8));
        if (_sent.Count > replayLimit)
        {
            _sent.Dequeue();
        }
        Connection?.Send(new Frame.Payload(utf8));
    }

    /// <summary>Whether all events after this one are still kept.</summary>
    public bool CanReplayAfter(int sequence) => sequence == LastSequence || (_sent.TryPeek(out var oldest) && oldest.Sequence <= sequence + 1);

    public void Attach(GatewayConnection connection) => Connection = connection;

    public void Replay(int afterSequence)
    {
        foreach (var (_, utf8) in _sent.Where(sent => sent.Sequence > afterSequence))
        {
            Connection?.Send(new Frame.Payload(utf8));
        }
    }

    public void Detach(long now) => (Connection, DetachedAt) = (null, now);
}
