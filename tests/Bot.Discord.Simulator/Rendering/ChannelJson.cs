using System.Text.Json.Nodes;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rendering;

/// <summary>Channels, threads and direct conversations as Discord writes them.</summary>
internal static class ChannelJson
{
    public static JsonObject Channel(World world, SimChannel channel)
    {
        var json = new JsonObject
        {
            ["id"] = Json.Id(channel.Id),
            ["type"] = (int)channel.Type,
            ["last_message_id"] = Json.Id(channel.LastMessageId),
            ["flags"] = 0,
        };
        if (channel.IsDirect)
        {
            json["recipients"] = new JsonArray(UserJson.User(world.User(channel.RecipientId!.Value)!));
            return json;
        }
        json["guild_id"] = Json.Id(channel.GuildId);
        json["name"] = channel.Name;
        json["parent_id"] = Json.Id(channel.ParentId);
        json["rate_limit_per_user"] = 0;
        return channel.IsThread ? AsThread(json, channel) : AsGuildChannel(json, channel);
    }

    public static JsonObject ThreadMember(SimChannel thread, SimUser user) => new()
    {
        ["id"] = Json.Id(thread.Id),
        ["user_id"] = Json.Id(user.Id),
        ["join_timestamp"] = Timestamps.Iso(Snowflakes.TimeOf(thread.Id)),
        ["flags"] = 1,
    };

    private static JsonObject AsThread(JsonObject json, SimChannel thread)
    {
        json["owner_id"] = Json.Id(thread.OwnerId);
        json["message_count"] = thread.MessageCount;
        json["total_message_sent"] = thread.MessageCount;
        json["member_count"] = 1;
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.Archived,
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["archive_timestamp"] = Timestamps.Iso(Snowflakes.TimeOf(thread.Id)),
            ["create_timestamp"] = Timestamps.Iso(Snowflakes.TimeOf(thread.Id)),
            ["locked"] = thread.Locked,
        };
        return json;
    }

    private static JsonObject AsGuildChannel(JsonObject json, SimChannel channel)
    {
        json["position"] = 0;
        json["topic"] = null;
        json["nsfw"] = false;
        json["permission_overwrites"] = new JsonArray([.. channel.Overwrites.Select(Overwrite)]);
        return json;
    }

    private static JsonObject Overwrite(PermissionOverwrite overwrite) => new()
    {
        ["id"] = Json.Id(overwrite.TargetId),
        ["type"] = overwrite.IsRole ? 0 : 1,
        ["allow"] = UserJson.Bits(overwrite.Allow),
        ["deny"] = UserJson.Bits(overwrite.Deny),
    };
}
