using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Control;

/// <summary>What can be told and asked from outside, by name. Each is the member of <see cref="DiscordSimulator"/> of like name.</summary>
internal static class ControlActions
{
    public static Dictionary<string, Func<ControlCall, Task<JsonNode?>>> Of(DiscordSimulator discord)
    {
        var actions = new Dictionary<string, Func<ControlCall, Task<JsonNode?>>>(StringComparer.Ordinal);
        AddWorld(actions, discord);
        AddPeople(actions, discord);
        AddGateway(actions, discord);
        AddRest(actions, discord);
        return actions;
    }

    private static void AddWorld(Dictionary<string, Func<ControlCall, Task<JsonNode?>>> actions, DiscordSimulator discord)
    {
        Ask(actions, "state", _ => new JsonObject
        {
            ["bot"] = Json.Id(discord.Bot.Id),
            ["guild"] = Json.Id(discord.Guild.Id),
            ["channel"] = Json.Id(discord.Channel.Id),
            ["user"] = Json.Id(discord.User.Id),
            ["connections"] = discord.OpenConnections,
            ["connectionsOpened"] = discord.ConnectionsOpened,
            ["sessions"] = discord.SessionIds.Count,
            ["lastSequence"] = discord.LastSequence,
            ["requests"] = discord.RestRequests,
            ["invalidRequests"] = discord.InvalidRequests,
            ["unexpected"] = new JsonArray([.. discord.UnexpectedCalls.Select(call => JsonValue.Create(call))]),
        });
        Ask(actions, "addUser", call => Named(discord.AddUser(call.Text("name"), call.Arguments.GetText("locale") ?? "en-US", call.Arguments.GetFlag("bot") ?? false).Id));
        Ask(actions, "addGuild", call => Named(discord.AddGuild(call.Text("name"), call.Arguments.GetText("locale") ?? "en-US", call.Arguments.GetId("id")).Id));
        Ask(actions, "addChannel", call => Named(discord.AddChannel(discord.Guild, call.Text("name")).Id));
        Ask(actions, "direct", call => Named(discord.Direct(call.User).Id));
        Ask(actions, "deny", call => discord.Deny(call.Channel, discord.Bot, (Permissions)call.Arguments.GetId("permissions")!.Value));
        Ask(actions, "messages", _ => new JsonArray([.. discord.Messages.Select(ControlJson.Message)]));
        Ask(actions, "message", call => ControlJson.Message(call.Message));
        Ask(actions, "commands", _ => new JsonArray([.. discord.Commands.Select(command => command.Render(discord.Bot.Id))]));
        actions["expectReply"] = async call => ControlJson.Message(await discord.ExpectReplyAsync(
            message => message.Content.Contains(call.Arguments.GetText("contains") ?? "", StringComparison.Ordinal),
            call.Cancelled));
    }

    private static void AddPeople(Dictionary<string, Func<ControlCall, Task<JsonNode?>>> actions, DiscordSimulator discord)
    {
        Ask(actions, "post", call => ControlJson.Message(discord.Post(call.User, call.Channel, call.Text("content"), call.MessageOrNull("replyTo"))));
        Ask(actions, "ask", call => ControlJson.Message(discord.Ask(call.User, call.Channel, call.Text("content"))));
        Ask(actions, "edit", call => ControlJson.Message(discord.Edit(call.Message, call.Text("content"))));
        Ask(actions, "delete", call => discord.Delete(call.Message));
        Ask(actions, "react", call => discord.React(call.User, call.Message, call.Text("emoji")));
        Ask(actions, "command", call => ControlJson.Interaction(discord.RunCommand(call.User, call.Channel, call.Text("path"), call.Options)));
        Ask(actions, "type", call => ControlJson.Interaction(
            discord.TypeOption(call.User, call.Channel, call.Text("path"), call.Text("option"), call.Text("text"), call.Options)));
        Ask(actions, "click", call => ControlJson.Interaction(discord.Click(call.User, call.Message, call.Text("customId"))));
        Ask(actions, "select", call => ControlJson.Interaction(
            discord.Select(call.User, call.Message, call.Text("customId"), [.. call.Arguments.Items("values").Select(value => value.GetString()!)])));
        Ask(actions, "submitModal", call => ControlJson.Interaction(discord.SubmitModal(call.Interaction, call.Read<Dictionary<string, string>>("values"))));
        actions["response"] = async call => ControlJson.Response(call.Interaction, await call.Interaction.ResponseAsync(call.Cancelled));
    }

    private static void AddGateway(Dictionary<string, Func<ControlCall, Task<JsonNode?>>> actions, DiscordSimulator discord)
    {
        actions["expect"] = async call => Serialized(await discord.ExpectAsync(call.Text("name"), call.Cancelled));
        Ask(actions, "gatewayLog", _ => Serialized(discord.GatewayLog));
        actions["drop"] = async call =>
        {
            await discord.DropConnectionAsync(call.Arguments.GetInt("code"));
            return null;
        };
        Ask(actions, "silence", _ => discord.Silence());
        Ask(actions, "reconnect", _ => discord.RequestReconnect());
        Ask(actions, "requestHeartbeat", _ => discord.RequestHeartbeat());
        Ask(actions, "invalidate", call => discord.InvalidateSession(call.Arguments.GetFlag("resumable") == true));
        Ask(actions, "forgetSessions", _ => discord.ForgetSessions());
        Ask(actions, "sendText", call => discord.SendText(call.Text("text")));
        Ask(actions, "replayLast", call => discord.ReplayLast(call.Arguments.GetInt("events")!.Value));
        Ask(actions, "faultNextConnection", call => discord.FaultNextConnection(call.Read<ConnectionFaults>()));
        Ask(actions, "dispatchChaos", call => discord.DispatchChaos = call.Read<DispatchChaos>());
    }

    private static void AddRest(Dictionary<string, Func<ControlCall, Task<JsonNode?>>> actions, DiscordSimulator discord)
    {
        Ask(actions, "restLog", _ => Serialized(discord.RestLog));
        Ask(actions, "failNext", call => discord.FailNext(call.Arguments.GetText("route"), call.Read<RestFault>("fault"), call.Arguments.GetInt("times") ?? 1));
        Ask(actions, "clearRestFaults", _ => discord.ClearRestFaults());
        Ask(actions, "restChaos", call => discord.RestChaos = call.Read<RestChaos>());
        Ask(actions, "rateLimits", call => discord.RateLimits = call.Read<RateLimitPlan>());
    }

    private static void Ask(Dictionary<string, Func<ControlCall, Task<JsonNode?>>> actions, string name, Func<ControlCall, JsonNode?> ask) =>
        actions[name] = call => Task.FromResult(ask(call));

    private static void Ask(Dictionary<string, Func<ControlCall, Task<JsonNode?>>> actions, string name, Action<ControlCall> tell) =>
        actions[name] = call =>
        {
            tell(call);
            return Task.FromResult<JsonNode?>(null);
        };

    private static JsonObject Named(ulong id) => new() { ["id"] = Json.Id(id) };

    private static JsonNode? Serialized<T>(T value) => JsonSerializer.SerializeToNode(value, ControlCall.Shape);
}
