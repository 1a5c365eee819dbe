using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>All sessions, and the way events take to them. Use it under the world's gate.</summary>
internal sealed class Sessions : IDisposable
{
    private readonly World _world;
    private readonly DiscordSimulatorOptions _options;
    private readonly Dictionary<string, GatewaySession> _sessions = new(StringComparer.Ordinal);
    private readonly Random _chance;
    private readonly CancellationTokenSource _stopping = new();

    public Sessions(World world, DiscordSimulatorOptions options)
    {
        (_world, _options) = (world, options);
        _chance = new(options.Seed);
        world.Published += Deliver;
    }

    public DispatchChaos Chaos { get; set; } = DispatchChaos.None;

    /// <summary>The address that READY tells clients to resume at.</summary>
    public string ResumeAddress { get; set; } = "";

    public IEnumerable<GatewaySession> All => _sessions.Values;

    public GatewaySession Start(GatewayConnection connection, (int Shard, int Count) shard, Intents intents)
    {
        Forget(session => session.Connection is null && IsExpired(session));
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), shard.Shard, shard.Count, intents, _options.ReplayLimit);
        _sessions[session.Id] = session;
        session.Attach(connection);
        connection.Session = session;
        return session;
    }

    /// <summary>The session if it can still be resumed.</summary>
    public GatewaySession? Find(string? id) =>
        id is not null && _sessions.TryGetValue(id, out var session) && (session.Connection is not null || !IsExpired(session)) ? session : null;

    public void End(GatewaySession session)
    {
        _sessions.Remove(session.Id);
        if (session.Connection is { } connection)
        {
            connection.Session = null;
        }
    }

    /// <summary>Takes the connection off its session; the session stays for a while to be resumed.</summary>
    public void Detach(GatewayConnection connection)
    {
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Detach(_options.Clock.GetTimestamp());
        }
        connection.Session = null;
    }

    public JsonObject Ready(GatewaySession session)
    {
        return new JsonObject
        {
            ["v"] = 10,
            ["user"] = UserJson.User(_world.Bot),
            ["guilds"] = new JsonArray([.. _world.Guilds.Where(guild => session.Hears(guild.Id)).Select(GuildJson.Unavailable)]),
            ["session_id"] = session.Id,
            ["session_type"] = "normal",
            ["resume_gateway_url"] = ResumeAddress,
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["shard"] = new JsonArray(session.Shard, session.ShardCount),
            ["application"] = new JsonObject { ["id"] = Json.Id(_world.Bot.Id), ["flags"] = _options.ApplicationFlags },
        };
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private bool IsExpired(GatewaySession session) => _options.Clock.GetElapsedTime(session.DetachedAt) > _options.SessionLifetime;

    private void Forget(Func<GatewaySession, bool> which)
    {
        foreach (var session in _sessions.Values.Where(which).ToArray())
        {
            _sessions.Remove(session.Id);
        }
    }

    private void Deliver(Dispatch dispatch)
    {
        foreach (var session in _sessions.Values)
        {
            if (!session.Hears(dispatch.GuildId) || (session.Intents & dispatch.Needs) != dispatch.Needs)
            {
                continue;
            }
            if (_chance.NextDouble() < Chaos.Delayed)
            {
                Later(session, dispatch);
            }
            else
            {
                session.Append(dispatch.Name, dispatch.Render(session.Intents));
            }
            if (_chance.NextDouble() < Chaos.Duplicated)
            {
                Later(session, dispatch);
            }
        }
    }

    private void Later(GatewaySession session, Dispatch dispatch)
    {
        var data = dispatch.Render(session.Intents);
        var delay = Chaos.LongestDelay * _chance.NextDouble();
        _ = AppendAfterAsync(session, dispatch.Name, data, delay, _stopping.Token);
    }

    private async Task AppendAfterAsync(GatewaySession session, string name, JsonObject data, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, _options.Clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        lock (_world.Gate)
        {
            session.Append(name, data);
        }
    }
}
