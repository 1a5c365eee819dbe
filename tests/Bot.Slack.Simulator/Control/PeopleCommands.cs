using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Control;

/// <summary>What people do. Whatever tells the app something gives the number of its delivery.</summary>
internal sealed class PeopleCommands(SlackSimulator slack)
{
    public IEnumerable<KeyValuePair<string, Func<ControlRequest, Task<JsonNode>>>> All =>
    [
        Now("user", AddUser),
        Now("channel", request => Named(slack.AddChannel(request.Text("name"), [.. request.Texts("members").Select(Find)]))),
        Now("mention", request => Posted(request.User.Mention(request.Channel, request.Text("text"), request.OptionalText("thread_ts")))),
        Now("message", request => Posted(request.User.Message(request.Text("text"), request.OptionalText("thread_ts")))),
        Now("post", request => Posted(request.User.Post(request.Channel, request.Text("text"), request.OptionalText("thread_ts"), request.OptionalText("subtype")))),
        Now("edit", request => Told(First(request.User.Edit(request.Message, request.Text("text"))))),
        Now("delete", request => Told(First(request.User.Delete(request.Message)))),
        Now("react", request => Told(request.User.React(request.Message, request.Text("name")))),
        Now("command", request => Commanded(request.User.Command(request.Channel, request.Text("command"), request.OptionalText("text") ?? ""))),
        Now("click", request => Acted(Click(request))),
        Now("fill", Fill),
        Now("submit", request => Told(request.User.Submit(request.View))),
        Now("close", request => Told(request.User.Close(request.View))),
        new("suggest", SuggestAsync),
        Now("home", request => Told(request.User.OpenHome(request.OptionalText("tab") ?? "home"))),
        Now("assistant", request => Posted(request.User.StartAssistantThread())),
        Now("stop", request => Told(request.User.StopStream(request.Message))),
    ];

    private static KeyValuePair<string, Func<ControlRequest, Task<JsonNode>>> Now(string name, Func<ControlRequest, JsonNode> run) =>
        new(name, request => Task.FromResult(run(request)));

    private static Delivery? First(IReadOnlyList<Delivery> deliveries) => deliveries.Count > 0 ? deliveries[0] : null;

    private SlackUser Find(string id) => slack.Workspace.FindUser(id) ?? throw new SlackSimulatorException($"There is no user {id}.");

    private JsonObject AddUser(ControlRequest request)
    {
        var user = request.Flag("external")
            ? slack.Workspace.AddExternalUser(request.Text("name"))
            : slack.Workspace.AddUser(request.Text("name"), request.Flag("admin"));
        return new() { ["id"] = user.Id, ["dm"] = user.DirectMessage.Id };
    }

    private static JsonObject Named(SlackChannel channel) => new() { ["id"] = channel.Id };

    private static UserAction Click(ControlRequest request) => request.OptionalText("view") is null
        ? request.User.Click(request.Message, request.Text("action_id"))
        : request.User.Click(request.View, request.Text("action_id"));

    private static JsonObject Fill(ControlRequest request)
    {
        if (request.OptionalText("option") is { } option)
        {
            request.User.Pick(request.View, request.Text("action_id"), new(option, option));
        }
        else
        {
            request.User.Fill(request.View, request.Text("action_id"), request.Text("text"));
        }
        return [];
    }

    private static async Task<JsonNode> SuggestAsync(ControlRequest request)
    {
        var options = await request.User.SuggestAsync(request.View, request.Text("action_id"), request.Text("text"));
        return new JsonArray([.. options.Select(option => new JsonObject { ["text"] = option.Text, ["value"] = option.Value })]);
    }

    private JsonObject Posted(UserPost post) => new()
    {
        ["ts"] = post.Message.Ts,
        ["channel"] = post.Channel.Id,
        ["delivery"] = Number(post.Deliveries.Count > 0 ? post.Deliveries[^1] : null),
    };

    private JsonObject Told(Delivery? delivery) => new() { ["delivery"] = Number(delivery) };

    private JsonObject Commanded(UserCommand command) => new()
    {
        ["delivery"] = Number(command.Delivery),
        ["trigger_id"] = command.TriggerId,
        ["response_url"] = command.ResponseUrl.ToString(),
    };

    private JsonObject Acted(UserAction action) => new()
    {
        ["delivery"] = Number(action.Delivery),
        ["trigger_id"] = action.TriggerId,
        ["response_url"] = action.ResponseUrl?.ToString(),
    };

    private JsonNode? Number(Delivery? delivery) => delivery is null ? null : slack.ControlledDeliveries.Keep(delivery);
}
