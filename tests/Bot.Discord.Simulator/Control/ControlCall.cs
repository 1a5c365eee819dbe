using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Control;

/// <summary>The arguments of one call, and what they mean.</summary>
internal sealed record ControlCall(DiscordSimulator Discord, JsonElement Arguments, CancellationToken Cancelled)
{
    public static JsonSerializerOptions Shape { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The user, by default the first.</summary>
    public SimUser User => Arguments.GetId("user") is { } id ? Discord.UserById(id) ?? throw Missing("user", id) : Discord.User;

    /// <summary>The channel, by default the first.</summary>
    public SimChannel Channel => Arguments.GetId("channel") is { } id ? Discord.ChannelById(id) ?? throw Missing("channel", id) : Discord.Channel;

    public SimMessage Message => MessageOrNull("message") ?? throw new InvalidOperationException("Which message?");

    public SimInteraction Interaction =>
        Arguments.GetId("interaction") is { } id && Discord.Interaction(id) is { } interaction ? interaction : throw new InvalidOperationException("Which interaction?");

    /// <summary>The options of a command by name.</summary>
    public Dictionary<string, object> Options => Arguments.Get("options") is { ValueKind: JsonValueKind.Object } options
        ? options.EnumerateObject().ToDictionary(option => option.Name, option => Value(option.Value), StringComparer.Ordinal)
        : [];

    public SimMessage? MessageOrNull(string name) => Arguments.GetId(name) is { } id ? Discord.Message(id) ?? throw Missing("message", id) : null;

    public string Text(string name) => Arguments.GetText(name) ?? throw new InvalidOperationException($"Missing text: {name}.");

    public T Read<T>() => Arguments.Deserialize<T>(Shape)!;

    public T Read<T>(string name) => (Arguments.Get(name) ?? throw new InvalidOperationException($"Missing: {name}.")).Deserialize<T>(Shape)!;

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        _ => value.GetString() ?? "",
    };

    private static InvalidOperationException Missing(string what, ulong id) => new($"There is no {what} {id}.");
}
