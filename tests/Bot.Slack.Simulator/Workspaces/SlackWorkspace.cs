using System.Collections.Immutable;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>A workspace (team) that the app is installed in.</summary>
public sealed class SlackWorkspace
{
    private static readonly ImmutableHashSet<string> AllScopes =
    [
        "app_mentions:read", "chat:write", "commands", "im:history", "channels:history", "groups:history", "mpim:history", "reactions:read",
        "reactions:write", "users:read", "im:write", "files:read", "files:write", "assistant:write", "channels:read", "groups:read",
        "im:read", "mpim:read", "team:read", "channels:join",
    ];

    private readonly SimulatorCore _core;
    private readonly Dictionary<string, SlackUser> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackChannel> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackChannel> _directMessages = new(StringComparer.Ordinal);

    internal SlackWorkspace(SimulatorCore core, string name)
    {
        _core = core;
        Name = name;
        TeamId = core.Ids.Next("T");
        BotUserId = core.Ids.Next("U");
        BotId = core.Ids.Next("B");
        BotToken = $"xoxb-{TeamId}-{BotUserId}";
        Slackbot = _users["USLACKBOT"] = new(core, this, "USLACKBOT", "slackbot", TeamId);
        _users[BotUserId] = new(core, this, BotUserId, "bot", TeamId) { IsBot = true };
    }

    public string Name { get; }

    public string TeamId { get; }

    public string BotUserId { get; }

    public string BotId { get; }

    /// <summary>The token the Web API takes for this workspace.</summary>
    public string BotToken { get; }

    /// <summary>What the bot token may do. Tests take scopes away with <see cref="WithoutScope"/>.</summary>
    public ImmutableHashSet<string> Scopes { get; private set; } = AllScopes;

    /// <summary>What the Web API says to the bot token.</summary>
    public TokenState Token { get; set; }

    /// <summary>Slack's own helper, which writes to people and bots; nobody should answer it.</summary>
    public SlackUser Slackbot { get; }

    public SlackUser Bot => _users[BotUserId];

    /// <summary>Adds a member.</summary>
    public SlackUser AddUser(string name, bool isAdmin = false, string locale = "en-US") =>
        Register(new SlackUser(_core, this, _core.Ids.Next("U"), name, TeamId) { IsAdmin = isAdmin, Locale = locale });

    /// <summary>Adds a person of another workspace, known through Slack Connect.</summary>
    public SlackUser AddExternalUser(string name) =>
        Register(new SlackUser(_core, this, _core.Ids.Next("U"), name, _core.Ids.Next("T")) { IsExternal = true });

    /// <summary>Adds a member that is another app's bot.</summary>
    public SlackUser AddBotUser(string name) =>
        Register(new SlackUser(_core, this, _core.Ids.Next("U"), name, TeamId) { IsBot = true });

    /// <summary>Adds a channel with the bot and the given people in it.</summary>
    public SlackChannel AddChannel(string name, params SlackUser[] members) => AddChannel(name, ChannelKind.Public, members);

    /// <summary>Adds a channel of a kind with the bot and the given people in it.</summary>
    public SlackChannel AddChannel(string name, ChannelKind kind, params SlackUser[] members)
    {
        var channel = new SlackChannel(_core, this, _core.Ids.Next("C"), name, kind)
        {
            Members = [BotUserId, .. members.Select(member => member.Id)],
            IsShared = members.Any(member => member.IsExternal),
        };
        return Register(channel);
    }

    /// <summary>The DM of a person with the bot; the same one each time.</summary>
    public SlackChannel DirectMessage(SlackUser user)
    {
        lock (_core.Gate)
        {
            if (!_directMessages.TryGetValue(user.Id, out var channel))
            {
                channel = new(_core, this, _core.Ids.Next("D"), "directmessage", ChannelKind.DirectMessage)
                {
                    Members = [BotUserId, user.Id],
                    IsShared = user.IsExternal,
                };
                _directMessages[user.Id] = Register(channel);
            }
            return channel;
        }
    }

    /// <summary>Takes scopes away from the bot token.</summary>
    public void WithoutScope(params string[] scopes) => Scopes = Scopes.Except(scopes);

    internal SlackUser? FindUser(string id) => _users.GetValueOrDefault(id);

    internal SlackChannel? FindChannel(string id) => _channels.GetValueOrDefault(id);

    internal IReadOnlyCollection<SlackChannel> Channels => _channels.Values;

    private SlackUser Register(SlackUser user)
    {
        lock (_core.Gate)
        {
            return _users[user.Id] = user;
        }
    }

    private SlackChannel Register(SlackChannel channel)
    {
        lock (_core.Gate)
        {
            return _channels[channel.Id] = channel;
        }
    }
}
