using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rendering;

/// <summary>Messages as Discord writes them.</summary>
internal static class MessageJson
{
    /// <summary>
    /// The message as an application with these intents sees it: without MESSAGE_CONTENT what was written is empty, except in the bot's
    /// own messages, in direct conversations with it and where it is mentioned.
    /// </summary>
    public static JsonObject Message(World world, SimMessage message, Intents intents)
    {
        var json = Frame(world, message);
        AddReference(json, world, message, intents);
        var readable = intents.HasFlag(Intents.MessageContent) || message.AuthorId == world.Bot.Id || message.GuildId is null
            || message.MentionedUsers.Contains(world.Bot.Id);
        json["content"] = readable ? message.Content : "";
        json["embeds"] = readable ? Json.Node(message.Embeds) : new JsonArray();
        json["components"] = readable ? Json.Node(message.Components) : new JsonArray();
        json["attachments"] = readable ? Attachments(message) : new JsonArray();
        return json;
    }

    /// <summary>The message of an event, which also says where it is and who wrote it.</summary>
    public static JsonObject Event(World world, SimMessage message, Intents intents)
    {
        var json = Message(world, message, intents);
        if (world.TellsChannelType)
        {
            json["channel_type"] = (int?)world.Channel(message.ChannelId)?.Type;
        }
        if (message.GuildId is { } guildId && world.Guild(guildId) is { } guild)
        {
            json["guild_id"] = Json.Id(guildId);
            json["member"] = UserJson.PartialMember(guild, message.AuthorId);
        }
        return json;
    }

    private static JsonObject Frame(World world, SimMessage message)
    {
        var json = new JsonObject
        {
            ["id"] = Json.Id(message.Id),
            ["type"] = (int)message.Type,
            ["channel_id"] = Json.Id(message.ChannelId),
            ["author"] = UserJson.User(world.User(message.AuthorId)!),
            ["timestamp"] = Timestamps.Iso(message.PostedAt),
            ["edited_timestamp"] = Timestamps.Iso(message.EditedAt),
            ["tts"] = false,
            ["pinned"] = false,
            ["flags"] = (int)message.Flags,
            ["mention_everyone"] = message.Pings.Everyone,
            ["mentions"] = new JsonArray([.. message.MentionedUsers.Select(world.User).OfType<SimUser>().Select(UserJson.User)]),
            ["mention_roles"] = Json.Ids(message.MentionedRoles),
        };
        if (message.Nonce is { } nonce)
        {
            json["nonce"] = Json.Node(nonce);
        }
        if (message.Reactions.Length > 0)
        {
            json["reactions"] = Reactions(world, message);
        }
        if (message.InteractionId is { } interaction)
        {
            json["webhook_id"] = Json.Id(world.Bot.Id);
            json["application_id"] = Json.Id(world.Bot.Id);
            json["interaction_metadata"] = new JsonObject
            {
                ["id"] = Json.Id(interaction),
                ["type"] = 2,
                ["user"] = UserJson.User(world.User(message.InteractionUserId!.Value)!),
                ["authorizing_integration_owners"] = new JsonObject(),
            };
        }
        return json;
    }

    private static void AddReference(JsonObject json, World world, SimMessage message, Intents intents)
    {
        if (message.ReferenceId is not { } referenceId)
        {
            return;
        }
        json["message_reference"] = new JsonObject
        {
            ["type"] = 0,
            ["message_id"] = Json.Id(referenceId),
            ["channel_id"] = Json.Id(message.ChannelId),
            ["guild_id"] = Json.Id(message.GuildId),
        };
        // Null says that the message is gone. Discord writes one level only: a reference's own reference is left out.
        json["referenced_message"] = world.Message(referenceId) is { IsDeleted: false } referenced
            ? Message(world, referenced with { ReferenceId = null }, intents)
            : null;
    }

    private static JsonArray Attachments(SimMessage message) =>
        [.. message.Attachments.Select(attachment => new JsonObject
        {
            ["id"] = Json.Id(attachment.Id),
            ["filename"] = attachment.FileName,
            ["description"] = attachment.Description,
            ["content_type"] = attachment.ContentType,
            ["size"] = attachment.Content.Length,
            ["url"] = $"https://cdn.discordapp.com/attachments/{message.ChannelId}/{attachment.Id}/{Uri.EscapeDataString(attachment.FileName)}",
            ["proxy_url"] = $"https://media.discordapp.net/attachments/{message.ChannelId}/{attachment.Id}/{Uri.EscapeDataString(attachment.FileName)}",
        })];

    private static JsonArray Reactions(World world, SimMessage message) =>
        [.. message.Reactions.GroupBy(reaction => reaction.Emoji, StringComparer.Ordinal).Select(group => new JsonObject
        {
            ["emoji"] = Emoji(group.Key),
            ["count"] = group.Count(),
            ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = group.Count() },
            ["me"] = group.Any(reaction => reaction.UserId == world.Bot.Id),
            ["me_burst"] = false,
            ["burst_colors"] = new JsonArray(),
        })];

    public static JsonObject Emoji(string emoji) => emoji.Split(':') is [var name, var id]
        ? new() { ["id"] = id, ["name"] = name }
        : new() { ["id"] = null, ["name"] = emoji };
}
