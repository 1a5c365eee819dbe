using System.Text.Json.Nodes;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rendering;

/// <summary>Guilds as Discord writes them.</summary>
internal static class GuildJson
{
    public static JsonObject Unavailable(SimGuild guild) => new() { ["id"] = Json.Id(guild.Id), ["unavailable"] = true };

    public static JsonObject Guild(SimGuild guild) => new()
    {
        ["id"] = Json.Id(guild.Id),
        ["name"] = guild.Name,
        ["icon"] = null,
        ["description"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["banner"] = null,
        ["features"] = new JsonArray(),
        ["owner_id"] = Json.Id(guild.OwnerId),
        ["application_id"] = null,
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["nsfw_level"] = 0,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["preferred_locale"] = guild.Locale,
        ["vanity_url_code"] = null,
        ["max_members"] = 500_000,
        ["roles"] = UserJson.Roles(guild.Roles),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
    };

    /// <summary>
    /// The guild of GUILD_CREATE. Its <c>members</c> holds only the bot, as with real guilds that are large or whose presences the
    /// bot doesn't ask for.
    /// </summary>
    public static JsonObject Created(World world, SimGuild guild)
    {
        var json = Guild(guild);
        json["joined_at"] = Timestamps.Iso(guild.JoinedAt);
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["members"] = new JsonArray(UserJson.Member(guild, world.Bot));
        json["channels"] = Channels(world, world.Channels, guild);
        json["threads"] = Channels(world, world.Threads.Where(thread => !thread.Archived), guild);
        foreach (var empty in new[] { "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds" })
        {
            json[empty] = new JsonArray();
        }
        return json;
    }

    private static JsonArray Channels(World world, IEnumerable<SimChannel> channels, SimGuild guild) =>
        [.. channels.Where(channel => channel.GuildId == guild.Id).Select(channel => ChannelJson.Channel(world, channel))];
}
