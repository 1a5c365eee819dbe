using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>Guilds, their channels, roles and members.</summary>
internal sealed class GuildRoutes(World world, Access access)
{
    public IEnumerable<RestRoute> Routes =>
    [
        new("GET", "/guilds/{guild}", call => RestResult.Ok(GuildJson.Guild(access.Guild(call)))),
        new("GET", "/guilds/{guild}/roles", call => RestResult.Ok(UserJson.Roles(access.Guild(call).Roles))),
        new("GET", "/guilds/{guild}/channels", Channels),
        new("GET", "/guilds/{guild}/members/{user}", Member),
        new("GET", "/guilds/{guild}/threads/active", ActiveThreads),
    ];

    private RestResult Channels(RestCall call)
    {
        var guild = access.Guild(call);
        return RestResult.Ok(new JsonArray([.. world.Channels.Where(channel => channel.GuildId == guild.Id).Select(channel => ChannelJson.Channel(world, channel))]));
    }

    private RestResult Member(RestCall call)
    {
        var guild = access.Guild(call);
        return world.User(call.Id("user")) is { } user && guild.Members.ContainsKey(user.Id)
            ? RestResult.Ok(UserJson.Member(guild, user))
            : throw ApiException.NotFound(10007, "Member");
    }

    private RestResult ActiveThreads(RestCall call)
    {
        var guild = access.Guild(call);
        var threads = world.Threads.Where(thread => thread.GuildId == guild.Id && !thread.Archived).ToArray();
        return RestResult.Ok(new JsonObject
        {
            ["threads"] = new JsonArray([.. threads.Select(thread => ChannelJson.Channel(world, thread))]),
            ["members"] = new JsonArray([.. threads.Select(thread => ChannelJson.ThreadMember(thread, world.Bot))]),
        });
    }
}
