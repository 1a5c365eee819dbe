using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator;

/// <content>What there is: users, guilds, channels, roles, messages, commands.</content>
public sealed partial class DiscordSimulator
{
    private readonly SignalLog<SimMessage> _messageLog = new(5_000);

    /// <summary>Called with each message that is posted, edited, reacted to or deleted. Keep it short: the world stands still meanwhile.</summary>
    public event Action<SimMessage>? MessageChanged;

    /// <summary>The bot itself; its id is the application's id too.</summary>
    public SimUser Bot => _world.Bot;

    /// <summary>The first user, "alice", who owns the guild.</summary>
    public SimUser User { get; }

    /// <summary>The first guild.</summary>
    public SimGuild Guild { get; }

    /// <summary>The first channel, "general".</summary>
    public SimChannel Channel { get; }

    /// <summary>Whether events of messages say what kind of channel they stand in; Discord's don't all.</summary>
    public bool TellsChannelType
    {
        get => Locked(() => _world.TellsChannelType);
        set => Locked(() => _world.TellsChannelType = value);
    }

    /// <summary>All messages that are remembered, oldest first, as they are now; deleted and ephemeral ones too.</summary>
    public IReadOnlyList<SimMessage> Messages => Locked<IReadOnlyList<SimMessage>>(() => [.. _world.Messages]);

    /// <summary>The messages of the bot.</summary>
    public IReadOnlyList<SimMessage> BotMessages => [.. Messages.Where(message => message.AuthorId == Bot.Id)];

    public IReadOnlyList<SimChannel> Threads => Locked<IReadOnlyList<SimChannel>>(() => [.. _world.Threads]);

    public IReadOnlyList<SimCommand> Commands => Locked<IReadOnlyList<SimCommand>>(() => [.. _commands.All]);

    /// <summary>A message as it is now.</summary>
    public SimMessage? Message(ulong id) => Locked(() => _world.Message(id));

    public SimChannel? ChannelById(ulong id) => Locked(() => _world.Channel(id));

    public SimInteraction? Interaction(ulong id) => Locked(() => _desk.Find(id));

    public SimUser? UserById(ulong id) => Locked(() => _world.User(id));

    /// <summary>Adds a person and makes them a member of the first guild.</summary>
    public SimUser AddUser(string name, string locale = "en-US", bool isBot = false) => Locked(() =>
    {
        var user = _directory.AddUser(name, locale, isBot);
        _directory.Join(Guild, user, []);
        return user;
    });

    /// <param name="id">A chosen id, for tests of sharding; null takes the next.</param>
    public SimGuild AddGuild(string name, string locale = "en-US", ulong? id = null) => Locked(() => _directory.AddGuild(name, User, locale, id));

    public SimChannel AddChannel(SimGuild guild, string name) => Locked(() => _directory.AddChannel(guild, name));

    public SimRole AddRole(SimGuild guild, string name, Permissions permissions = Permissions.None) => Locked(() => _directory.AddRole(guild, name, permissions));

    /// <summary>Makes a user a member, with these roles and no others.</summary>
    public void Join(SimGuild guild, SimUser user, params SimRole[] roles) => Locked(() => _directory.Join(guild, user, roles));

    /// <summary>Takes permissions from someone in one channel; from the bot with <see cref="Bot"/>.</summary>
    public void Deny(SimChannel channel, SimUser user, Permissions permissions) =>
        Locked(() => _directory.Overwrite(channel, new(user.Id, IsRole: false, Permissions.None, permissions)));

    /// <summary>The direct conversation between a user and the bot.</summary>
    public SimChannel Direct(SimUser user) => Locked(() => _directory.Direct(user));

    /// <summary>Makes posting to a user fail with 50007.</summary>
    public void CloseDirectMessages(SimUser user) => Locked(() => _world.Set(user with { AcceptsDirectMessages = false }));

    /// <summary>Begins or ends an outage of one guild.</summary>
    public void SetAvailable(SimGuild guild, bool available) => Locked(() => _directory.SetAvailable(guild, available));

    /// <summary>Takes the bot out of a guild.</summary>
    public void RemoveGuild(SimGuild guild) => Locked(() => _directory.RemoveGuild(guild));

    public void DeleteChannel(SimChannel channel) => Locked(() => _directory.RemoveChannel(channel));

    /// <summary>Takes the next message, or change of a message, that fits and that no call took before.</summary>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public Task<SimMessage> ExpectMessageAsync(Func<SimMessage, bool> matches, CancellationToken cancellationToken = default) =>
        _messageLog.TakeAsync("a message", matches, cancellationToken);

    /// <summary>Takes the next message of the bot that fits: posted, or edited to fit.</summary>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public Task<SimMessage> ExpectReplyAsync(Func<SimMessage, bool> matches, CancellationToken cancellationToken = default) =>
        _messageLog.TakeAsync("a message of the bot", message => message.AuthorId == Bot.Id && !message.IsDeleted && matches(message), cancellationToken);

    private void OnMessageChanged(SimMessage message)
    {
        _messageLog.Add(message);
        MessageChanged?.Invoke(message);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_world.Gate)
        {
            return read();
        }
    }

    private void Locked(Action act)
    {
        lock (_world.Gate)
        {
            act();
        }
    }
}
