using System.Collections.Immutable;

namespace Bot.Discord.Simulator.State;

/// <summary>
/// Everything that exists on this Discord. One gate guards all of it, the sessions included, so that what happens and the order in
/// which sessions hear of it are the same.
/// </summary>
internal sealed class World
{
    private readonly Dictionary<ulong, SimUser> _users = [];
    private readonly Dictionary<ulong, SimGuild> _guilds = [];
    private readonly HistoryStore<SimChannel> _threads;
    private readonly Dictionary<ulong, SimChannel> _channels = [];
    private readonly HistoryStore<SimMessage> _messages;

    public World(TimeProvider clock, int historyLimit)
    {
        Clock = clock;
        Ids = new(clock);
        _threads = new(historyLimit);
        _messages = new(historyLimit);
        Bot = new(Ids.Next(), "simulated-bot", IsBot: true, "en-US");
        _users[Bot.Id] = Bot;
    }

    /// <summary>Whether events of messages say what kind of channel they stand in.</summary>
    public bool TellsChannelType { get; set; } = true;

    /// <summary>Called under the gate for each thing that happens.</summary>
    public event Action<Dispatch>? Published;

    /// <summary>Called under the gate with each message that is posted, edited, reacted to or deleted.</summary>
    public event Action<SimMessage>? MessageChanged;

    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; }

    public Snowflakes Ids { get; }

    /// <summary>The bot; its id is the application's too, as with all newer applications.</summary>
    public SimUser Bot { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IEnumerable<SimGuild> Guilds => _guilds.Values;

    public IEnumerable<SimChannel> Channels => _channels.Values;

    public IEnumerable<SimChannel> Threads => _threads.All;

    public IEnumerable<SimMessage> Messages => _messages.All;

    public int MessageCount => _messages.Count;

    public SimUser? User(ulong id) => _users.GetValueOrDefault(id);

    public SimGuild? Guild(ulong id) => _guilds.GetValueOrDefault(id);

    public SimChannel? Channel(ulong id) =>
        _channels.TryGetValue(id, out var channel) || _threads.TryGet(id, out channel) ? channel : null;

    public SimMessage? Message(ulong id) => _messages.TryGet(id, out var message) ? message : null;

    public void Set(SimUser user) => _users[user.Id] = user;

    public void Set(SimGuild guild) => _guilds[guild.Id] = guild;

    public void Set(SimChannel channel)
    {
        if (channel.IsThread)
        {
            _threads.Set(channel.Id, channel);
        }
        else
        {
            _channels[channel.Id] = channel;
        }
    }

    public void Set(SimMessage message)
    {
        _messages.Set(message.Id, message);
        MessageChanged?.Invoke(message);
    }

    public void Remove(SimChannel channel)
    {
        _channels.Remove(channel.Id);
        _threads.Remove(channel.Id);
    }

    public void RemoveGuild(ulong id) => _guilds.Remove(id);

    public void Publish(Dispatch dispatch) => Published?.Invoke(dispatch);

    /// <summary>What a user may do in a channel, by Discord's order: roles, then the channel's overwrites for @everyone, roles, the member.</summary>
    public Permissions PermissionsOf(ulong userId, SimChannel channel)
    {
        if (channel.GuildId is not { } guildId || Guild(guildId) is not { } guild)
        {
            return Permissions.Member;
        }
        if (!guild.Members.TryGetValue(userId, out var roles))
        {
            return Permissions.None;
        }
        var granted = guild.Roles.Where(role => role.Id == guild.Id || roles.Contains(role.Id))
            .Aggregate(Permissions.None, (sum, role) => sum | role.Permissions);
        if (userId == guild.OwnerId || granted.HasFlag(Permissions.Administrator))
        {
            return Permissions.All;
        }
        var overwrites = channel.ParentId is { } parent && Channel(parent) is { } above ? above.Overwrites : channel.Overwrites;
        granted = Apply(granted, overwrites.Where(overwrite => overwrite.TargetId == guild.Id));
        granted = Apply(granted, overwrites.Where(overwrite => overwrite.IsRole && roles.Contains(overwrite.TargetId)));
        return Apply(granted, overwrites.Where(overwrite => !overwrite.IsRole && overwrite.TargetId == userId));
    }

    private static Permissions Apply(Permissions granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        var all = overwrites.ToImmutableArray();
        var denied = all.Aggregate(Permissions.None, (sum, overwrite) => sum | overwrite.Deny);
        var allowed = all.Aggregate(Permissions.None, (sum, overwrite) => sum | overwrite.Allow);
        return (granted & ~denied) | allowed;
    }
}
