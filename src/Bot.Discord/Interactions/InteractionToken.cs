using System.Text.Json.Serialization;
using Bot.Discord.Json;

namespace Bot.Discord.Interactions;

/// <summary>
/// Lets whoever holds it answer an interaction for 15 minutes, so printing it shows nothing. The value itself may be stored to
/// answer after a restart.
/// </summary>
[JsonConverter(typeof(InteractionTokenConverter))]
public readonly record struct InteractionToken(string Value)
{
    public override string ToString() => "(interaction token)";
}
