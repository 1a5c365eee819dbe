using System.Text.Json;
using Bot.Discord;
using Bot.Discord.Interactions;

namespace Bot.Host.Adapters.Discord;

/// <summary>Where a reply goes on Discord, as the inbox keeps it.</summary>
internal sealed record DiscordAddress
{
    public required Snowflake Channel { get; init; }

    /// <summary>The message that is replied to; null for an interaction.</summary>
    public Snowflake? Message { get; init; }

    /// <summary>Whether a thread may be started on the message: it stands in a server's channel and not in a thread.</summary>
    public bool CanStartThread { get; init; }

    /// <summary>What a thread would be called.</summary>
    public string? ThreadName { get; init; }

    public DiscordInteractionAddress? Interaction { get; init; }

    public static DiscordAddress Read(string stored) => JsonSerializer.Deserialize(stored, StoredAddressJson.Default.StoredAddress)!.ToAddress();

    public string Write() => JsonSerializer.Serialize(StoredAddress.From(this), StoredAddressJson.Default.StoredAddress);
}

/// <summary>An interaction that is to be answered.</summary>
/// <param name="Application">Whose it is.</param>
/// <param name="Id">The interaction.</param>
/// <param name="Token">Good for 15 minutes, and then worth nothing.</param>
/// <param name="IsClick">A button; else a command.</param>
internal sealed record DiscordInteractionAddress(Snowflake Application, Snowflake Id, InteractionToken Token, bool IsClick);
