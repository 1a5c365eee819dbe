using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Control;

/// <summary>What the control endpoint answers with: ids as strings, and more than Discord would tell.</summary>
internal static class ControlJson
{
    public static JsonObject Message(SimMessage message) => new()
    {
        ["id"] = Json.Id(message.Id),
        ["channel"] = Json.Id(message.ChannelId),
        ["author"] = Json.Id(message.AuthorId),
        ["type"] = (int)message.Type,
        ["content"] = message.Content,
        ["embeds"] = Json.Node(message.Embeds),
        ["components"] = Json.Node(message.Components),
        ["flags"] = (int)message.Flags,
        ["ephemeral"] = message.IsEphemeral,
        ["loading"] = message.IsLoading,
        ["deleted"] = message.IsDeleted,
        ["replyTo"] = Json.Id(message.ReferenceId),
        ["interaction"] = Json.Id(message.InteractionId),
        ["postedAt"] = Timestamps.Iso(message.PostedAt),
        ["editedAt"] = Timestamps.Iso(message.EditedAt),
        ["files"] = new JsonArray([.. message.Attachments.Select(attachment => JsonValue.Create(attachment.FileName))]),
        ["reactions"] = new JsonArray([.. message.Reactions.Select(reaction => JsonValue.Create(reaction.Emoji))]),
        ["pinged"] = new JsonObject
        {
            ["users"] = Json.Ids(message.Pings.Users),
            ["roles"] = Json.Ids(message.Pings.Roles),
            ["everyone"] = message.Pings.Everyone,
        },
        ["earlier"] = new JsonArray([.. message.Earlier.Select(revision => JsonValue.Create(revision.Content))]),
    };

    public static JsonObject Interaction(SimInteraction interaction) => new() { ["id"] = Json.Id(interaction.Id), ["token"] = interaction.Token };

    public static JsonObject Response(SimInteraction interaction, InteractionResponse response) => new()
    {
        ["type"] = (int)response.Type,
        ["data"] = Json.Node(response.Data),
        ["afterMs"] = response.After.TotalMilliseconds,
        ["message"] = Json.Id(interaction.OriginalMessageId),
    };
}
