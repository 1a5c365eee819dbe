using System.Text.Json.Serialization;
using Bot.Discord;
using Bot.Discord.Interactions;

namespace Bot.Host.Adapters.Discord;

/// <summary>A <see cref="DiscordAddress"/> as plain values.</summary>
internal sealed record StoredAddress(
    ulong Channel, ulong? Message, bool CanStartThread, string? ThreadName, ulong? Application, ulong? Interaction, string? Token, bool IsClick)
{
    public static StoredAddress From(DiscordAddress address) => new(
        address.Channel.Value,
        address.Message?.Value,
        address.CanStartThread,
        address.ThreadName,
        address.Interaction?.Application.Value,
        address.Interaction?.Id.Value,
        address.Interaction?.Token.Value,
        address.Interaction?.IsClick ?? false);

    public DiscordAddress ToAddress() => new()
    {
        Channel = new Snowflake(Channel),
        Message = Message is { } message ? new Snowflake(message) : null,
        CanStartThread = CanStartThread,
        ThreadName = ThreadName,
        Interaction = (Application, Interaction, Token) is ({ } application, { } interaction, { } token)
            ? new(new Snowflake(application), new Snowflake(interaction), new InteractionToken(token), IsClick)
            : null,
    };
}

[JsonSerializable(typeof(StoredAddress))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class StoredAddressJson : JsonSerializerContext;
