using System.Text.Json.Serialization;
using Bot.Discord.Json;

namespace Bot.Discord.Interactions;

/// <summary>A value to pick, and the name people see; each at most 100 characters. Of a numeric option the value is the number's text.</summary>
public sealed record CommandChoice(string Name, [property: JsonConverter(typeof(TextOrNumberConverter))] string Value)
{
    /// <summary>Names by Discord's locale codes.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
