using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>The bot's own reactions, and who else reacted.</summary>
internal sealed class ReactionRoutes(World world, MessageBoard board, Access access)
{
    public IEnumerable<RestRoute> Routes =>
    [
        new("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", Add),
        new("DELETE", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", Remove),
        new("GET", "/channels/{channel}/messages/{message}/reactions/{emoji}", List),
    ];

    private RestResult Add(RestCall call)
    {
        var channel = access.Channel(call);
        var message = access.Message(call, channel);
        var emoji = call.Text("emoji");
        // A reaction that is there already may be joined; a new one needs the permission.
        if (message.Reactions.All(reaction => reaction.Emoji != emoji))
        {
            access.Require(channel, Permissions.AddReactions);
        }
        board.AddReaction(message, new(world.Bot.Id, emoji));
        return RestResult.NoContent;
    }

    private RestResult Remove(RestCall call)
    {
        board.RemoveReaction(access.Message(call, access.Channel(call)), new(world.Bot.Id, call.Text("emoji")));
        return RestResult.NoContent;
    }

    private RestResult List(RestCall call) => RestResult.Ok(new JsonArray(
        [.. access.Message(call, access.Channel(call)).Reactions
            .Where(reaction => reaction.Emoji == call.Text("emoji"))
            .Select(reaction => world.User(reaction.UserId))
            .OfType<SimUser>()
            .Select(UserJson.User)]));
}
