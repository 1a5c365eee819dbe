using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>The bot, its application and other users.</summary>
internal sealed class UserRoutes(World world, DiscordSimulatorOptions options)
{
    public IEnumerable<RestRoute> Routes =>
    [
        new("GET", "/users/@me", _ => RestResult.Ok(UserJson.User(world.Bot))),
        new("GET", "/users/@me/guilds", _ => RestResult.Ok(new JsonArray([.. world.Guilds.Select(Brief)]))),
        new("GET", "/users/{user}", Get),
        new("GET", "/applications/@me", _ => RestResult.Ok(Application())),
        new("GET", "/oauth2/applications/@me", _ => RestResult.Ok(Application())),
    ];

    private RestResult Get(RestCall call) =>
        world.User(call.Id("user")) is { } user ? RestResult.Ok(UserJson.User(user)) : throw ApiException.NotFound(10013, "User");

    private static JsonObject Brief(SimGuild guild) => new() { ["id"] = Json.Id(guild.Id), ["name"] = guild.Name };

    private JsonObject Application() => new()
    {
        ["id"] = Json.Id(world.Bot.Id),
        ["name"] = world.Bot.Name,
        ["description"] = "",
        ["icon"] = null,
        ["bot"] = UserJson.User(world.Bot),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = options.ApplicationFlags,
    };
}
