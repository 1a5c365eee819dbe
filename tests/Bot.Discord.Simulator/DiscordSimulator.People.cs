using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rest.Rules;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator;

/// <content>What people do.</content>
public sealed partial class DiscordSimulator
{
    private static readonly Dictionary<string, object> NoOptions = [];

    /// <summary>Posts as a user, here with no check of what the user may do.</summary>
    public SimMessage Post(SimUser user, SimChannel channel, string content, SimMessage? replyTo = null) =>
        Locked(() => _board.Post(new(user.Id, _world.Channel(channel.Id)!, content) { ReferenceId = replyTo?.Id }));

    /// <summary>Posts to the first channel as the first user, mentioning the bot.</summary>
    public SimMessage Ask(string question) => Ask(User, Channel, question);

    /// <summary>Posts a message that mentions the bot.</summary>
    public SimMessage Ask(SimUser user, SimChannel channel, string question) => Post(user, channel, $"{Bot.Mention} {question}");

    public SimMessage Edit(SimMessage message, string content) => Locked(() => _board.Edit(message.Id, before => before with { Content = content }));

    /// <summary>Changes a message as Discord does when it adds a preview: an update that nobody edited.</summary>
    public SimMessage ResolvePreview(SimMessage message) => Locked(() => _board.Edit(message.Id, before => before, isEdit: false));

    public void Delete(SimMessage message) => Locked(() => _board.Delete(_world.Message(message.Id) ?? message));

    /// <summary>Deletes messages of one channel all at once, as moderators do.</summary>
    public void Purge(params IReadOnlyList<SimMessage> messages) => Locked(() => _board.Purge([.. messages.Select(message => _world.Message(message.Id) ?? message)]));

    /// <param name="emoji">The character, or <c>name:id</c>.</param>
    public void React(SimUser user, SimMessage message, string emoji) => Locked(() => _board.AddReaction(_world.Message(message.Id)!, new(user.Id, emoji)));

    /// <summary>Starts a thread as a user.</summary>
    public SimChannel StartThread(SimUser user, SimMessage on, string name) =>
        Locked(() => _directory.StartThread(_world.Channel(on.ChannelId)!, on, name, user.Id, autoArchiveMinutes: 1440));

    /// <summary>Archives a thread, or locks it too.</summary>
    public void Archive(SimChannel thread, bool locked = false) =>
        Locked(() => _directory.Update(_world.Channel(thread.Id)! with { Archived = true, Locked = locked }));

    /// <summary>Runs a slash command.</summary>
    /// <param name="path">Its name, and those of group and subcommand with spaces between.</param>
    /// <param name="options">Strings, whole numbers, doubles, booleans, and ids as <see cref="ulong"/>.</param>
    /// <param name="evenIfHidden">Runs it although the member's permissions don't offer it, as a server's own settings may allow.</param>
    /// <exception cref="InvalidOperationException">A client wouldn't let the user send this.</exception>
    public SimInteraction RunCommand(SimUser user, SimChannel channel, string path, IReadOnlyDictionary<string, object>? options = null, bool evenIfHidden = false) => Locked(() =>
    {
        var command = Offered(user, channel, path, evenIfHidden);
        return Start(InteractionType.Command, user, channel, CommandInvocation.Finished(command, path, options ?? NoOptions), source: null, focused: null);
    });

    /// <summary>Types into an option that is completed.</summary>
    public SimInteraction TypeOption(SimUser user, SimChannel channel, string path, string option, string text, IReadOnlyDictionary<string, object>? others = null) => Locked(() =>
    {
        var command = Offered(user, channel, path, evenIfHidden: false);
        var (data, focused) = CommandInvocation.Typing(command, path, option, text, others ?? NoOptions);
        return Start(InteractionType.Autocomplete, user, channel, data, source: null, focused);
    });

    /// <summary>Presses a button.</summary>
    /// <exception cref="InvalidOperationException">The message has no such button, or it is disabled.</exception>
    public SimInteraction Click(SimUser user, SimMessage message, string customId) => Use(user, message, customId, values: null);

    /// <summary>Chooses values of a select menu.</summary>
    public SimInteraction Select(SimUser user, SimMessage message, string customId, params string[] values) => Use(user, message, customId, values);

    /// <summary>Fills in the modal that answered an interaction.</summary>
    /// <param name="values">Custom ids of inputs to texts; other inputs are sent with the value they came with.</param>
    public SimInteraction SubmitModal(SimInteraction opener, IReadOnlyDictionary<string, string> values) => Locked(() =>
    {
        if (opener.Response is not { Type: CallbackType.Modal } modal)
        {
            throw new InvalidOperationException("The interaction wasn't answered with a modal.");
        }
        var source = opener.SourceMessageId is { } id ? _world.Message(id) : null;
        return Start(InteractionType.ModalSubmit, opener.User, opener.Channel, ModalSubmission.Of(modal.Data, values), source, focused: null);
    });

    private SimInteraction Use(SimUser user, SimMessage message, string customId, string[]? values) => Locked(() =>
    {
        var current = _world.Message(message.Id) is { IsDeleted: false } there ? there : throw new InvalidOperationException("The message is gone.");
        var component = ComponentRules.Find(current.Components, customId)
            ?? throw new InvalidOperationException($"The message has no component {customId}, but {string.Join(", ", current.CustomIds)}.");
        if (component.GetFlag("disabled") == true)
        {
            throw new InvalidOperationException($"{customId} is disabled.");
        }
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = component.GetInt("type"), ["id"] = 1 };
        if (values is not null)
        {
            data["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }
        return Start(InteractionType.Component, user, _world.Channel(current.ChannelId)!, data, current, focused: null);
    });

    private SimInteraction Start(InteractionType type, SimUser user, SimChannel channel, JsonObject data, SimMessage? source, OptionType? focused) =>
        _desk.Start(type, user, channel, data, source, focused);

    private SimCommand Offered(SimUser user, SimChannel channel, string path, bool evenIfHidden)
    {
        var name = path.Split(' ')[0];
        var command = _commands.Offered(channel.GuildId, name) ?? throw new InvalidOperationException($"There is no command /{name} here.");
        var held = _world.PermissionsOf(user.Id, channel);
        var hidden = channel.GuildId is not null && command.DefaultMemberPermissions is { } needed
            && !held.HasFlag(needed == Permissions.None ? Permissions.Administrator : needed);
        return !hidden || evenIfHidden ? command : throw new InvalidOperationException($"Discord doesn't offer /{name} to {user.Name}.");
    }
}
