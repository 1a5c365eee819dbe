using System.Text.Json;
using Bot.Discord.Simulator.Rest.Rules;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Interactions;

/// <summary>The application's commands, global and of each guild. Use it under the world's gate.</summary>
internal sealed class CommandRegistry(World world)
{
    private readonly List<SimCommand> _commands = [];

    public IReadOnlyList<SimCommand> All => _commands;

    /// <summary>New commands made so far, by guild; bulk overwrites of known names don't count.</summary>
    public Dictionary<ulong, int> Creates { get; } = [];

    public IEnumerable<SimCommand> In(ulong? guildId) => _commands.Where(command => command.GuildId == guildId);

    public SimCommand? Find(ulong? guildId, ulong id) => In(guildId).FirstOrDefault(command => command.Id == id);

    /// <summary>The command that a user in this guild gets: the guild's own before the global one.</summary>
    public SimCommand? Offered(ulong? guildId, string name) =>
        (guildId is null ? null : Named(guildId, name, CommandType.ChatInput)) ?? Named(null, name, CommandType.ChatInput);

    /// <summary>Registers a command, in the place of one with its name where there is one; unchanged ones keep id and version.</summary>
    public SimCommand Put(ulong? guildId, JsonElement body)
    {
        var made = new SimCommand(0, guildId, body.GetText("name")!, body, world.Ids.Next());
        var before = Named(guildId, made.Name, made.Type);
        if (before is not null && JsonElement.DeepEquals(before.Body, body))
        {
            return before;
        }
        if (before is null)
        {
            Creates[guildId ?? 0] = Creates.GetValueOrDefault(guildId ?? 0) + 1;
        }
        else
        {
            _commands.Remove(before);
        }
        var command = made with { Id = before?.Id ?? world.Ids.Next() };
        _commands.Add(command);
        return command;
    }

    public void Replace(SimCommand before, SimCommand after) => _commands[_commands.IndexOf(before)] = after;

    public void Remove(SimCommand command) => _commands.Remove(command);

    public SimCommand? Named(ulong? guildId, string name, CommandType type) =>
        In(guildId).FirstOrDefault(command => command.Name == name && command.Type == type);
}
