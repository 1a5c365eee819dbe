using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rest.Rules;

namespace Bot.Discord.Simulator.Interactions;

/// <summary>What a user's client sends for a command that is typed in: it lets nothing through that the command doesn't take.</summary>
internal static class CommandInvocation
{
    /// <summary>The interaction's data for a finished command.</summary>
    /// <param name="path">The command's name, and those of group and subcommand with spaces between.</param>
    /// <exception cref="InvalidOperationException">The command doesn't take these options.</exception>
    public static JsonObject Finished(SimCommand command, string path, IReadOnlyDictionary<string, object> values)
    {
        var taken = Level(command, path);
        foreach (var option in taken.Items("options").Where(option => option.GetFlag("required") == true))
        {
            if (!values.ContainsKey(option.GetText("name")!))
            {
                throw new InvalidOperationException($"/{path} needs {option.GetText("name")}.");
            }
        }
        foreach (var (name, value) in values)
        {
            CheckValue(Option(taken, name, path), value);
        }
        return Data(command, path, [.. values.Select(value => Render(Option(taken, value.Key, path), value.Value, focused: false))]);
    }

    /// <summary>The interaction's data while one option is being typed.</summary>
    public static (JsonObject Data, OptionType Focused) Typing(SimCommand command, string path, string name, string text, IReadOnlyDictionary<string, object> others)
    {
        var taken = Level(command, path);
        var option = Option(taken, name, path);
        if (option.GetFlag("autocomplete") != true)
        {
            throw new InvalidOperationException($"{name} of /{path} isn't completed.");
        }
        JsonArray options = [.. others.Select(value => Render(Option(taken, value.Key, path), value.Value, focused: false)), Render(option, text, focused: true)];
        return (Data(command, path, options), TypeOf(option));
    }

    private static JsonObject Data(SimCommand command, string path, JsonArray options)
    {
        var steps = path.Split(' ');
        var level = command.Body;
        var levels = new Stack<JsonElement>();
        foreach (var step in steps.Skip(1))
        {
            level = Option(level, step, path);
            levels.Push(level);
        }
        // Subcommands are options that hold options: built from the inside out.
        foreach (var inner in levels)
        {
            options = [new JsonObject { ["name"] = inner.GetText("name"), ["type"] = inner.GetInt("type"), ["options"] = options }];
        }
        var data = new JsonObject { ["id"] = Json.Id(command.Id), ["name"] = command.Name, ["type"] = (int)command.Type, ["options"] = options };
        if (command.GuildId is { } guildId)
        {
            data["guild_id"] = Json.Id(guildId);
        }
        return data;
    }

    private static JsonElement Level(SimCommand command, string path) =>
        path.Split(' ').Skip(1).Aggregate(command.Body, (level, step) => Option(level, step, path));

    private static JsonElement Option(JsonElement level, string name, string path)
    {
        var found = level.Items("options").Where(option => option.GetText("name") == name).ToArray();
        return found.Length == 1 ? found[0] : throw new InvalidOperationException($"/{path} has no option {name}.");
    }

    private static OptionType TypeOf(JsonElement option) => (OptionType)(option.GetInt("type") ?? 0);

    private static JsonObject Render(JsonElement option, object value, bool focused)
    {
        var json = new JsonObject
        {
            ["name"] = option.GetText("name"),
            ["type"] = (int)TypeOf(option),
            ["value"] = JsonSerializer.SerializeToNode(value is ulong id ? Json.Id(id) : value),
        };
        if (focused)
        {
            json["focused"] = true;
        }
        return json;
    }

    private static void CheckValue(JsonElement option, object value)
    {
        var name = option.GetText("name");
        var fits = (TypeOf(option), value) switch
        {
            (OptionType.String, string text) => text.Length >= (option.GetInt("min_length") ?? 0) && text.Length <= (option.GetInt("max_length") ?? 6000),
            (OptionType.Integer, int or long) => Fits(option, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            (OptionType.Number, int or long or double) => Fits(option, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            (OptionType.Boolean, bool) => true,
            (OptionType.User or OptionType.Channel or OptionType.Role or OptionType.Mentionable, ulong) => true,
            _ => false,
        };
        var choices = option.Items("choices").Select(choice => choice.Get("value").ToString()).ToArray();
        if (!fits || (choices.Length > 0 && !choices.Contains(Convert.ToString(value, CultureInfo.InvariantCulture), StringComparer.Ordinal)))
        {
            throw new InvalidOperationException($"A client wouldn't send {value} for {name}.");
        }
    }

    private static bool Fits(JsonElement option, double value) =>
        value >= (option.Get("min_value")?.GetDouble() ?? double.MinValue) && value <= (option.Get("max_value")?.GetDouble() ?? double.MaxValue);
}
