using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Control;

/// <summary>What came of it.</summary>
internal sealed class ReadingCommands(SlackSimulator slack)
{
    public IEnumerable<KeyValuePair<string, Func<ControlRequest, Task<JsonNode>>>> All =>
    [
        new("connected", async request =>
        {
            await slack.ConnectedAsync(request.OptionalNumber("sockets") ?? 1);
            return Sockets();
        }),
        new("sockets", _ => Task.FromResult<JsonNode>(Sockets())),
        new("sockets/opened", async request =>
        {
            var wanted = request.Number("count");
            await slack.UntilAsync(() => slack.Sockets.Opened >= wanted && slack.Sockets.Open.Any(socket => socket.IsReady && socket.Number >= wanted) ? slack : null, $"socket {wanted}");
            return Sockets();
        }),
        new("delivery", request => Task.FromResult<JsonNode>(DeliveryJson(slack.ControlledDeliveries.Find(request.Number("delivery"))))),
        new("delivery/attempted", async request =>
        {
            var delivery = slack.ControlledDeliveries.Find(request.Number("delivery"));
            await slack.UntilAsync(() => delivery.Attempts.Length >= request.Number("attempts") ? delivery : null, "an attempt");
            return DeliveryJson(delivery);
        }),
        new("delivery/acknowledged", async request =>
        {
            var delivery = slack.ControlledDeliveries.Find(request.Number("delivery"));
            await delivery.Acknowledged;
            return DeliveryJson(delivery);
        }),
        new("messages", request => Task.FromResult<JsonNode>(Array(request.Channel.Messages, MessageOf))),
        new("message/wait", async request => MessageOf(await slack.BotMessageAsync(request.Channel, message => message.Text.Contains(request.Text("contains"), StringComparison.Ordinal)))),
        new("ephemerals", request => Task.FromResult<JsonNode>(Array(slack.Ephemerals.Where(message => message.UserId == request.Text("user")), EphemeralOf))),
        new("modal", async request => ViewOf(await slack.ModalAsync(request.User))),
        new("view", request => Task.FromResult<JsonNode>(ViewOf(request.View))),
        new("view/home", async request => ViewOf(await slack.HomeAsync(request.User))),
        new("assistant/thread", request => Task.FromResult<JsonNode>(ThreadOf(slack.AssistantThread(request.Channel, request.OptionalText("thread_ts") ?? "")))),
        new("calls", request => Task.FromResult<JsonNode>(Array(slack.Calls.Where(call => call.Method == request.Text("method")), call => new JsonObject
        {
            ["status"] = call.Status,
            ["error"] = call.Error,
            ["arguments"] = call.Arguments.DeepClone(),
        }))),
        new("unexpected", _ => Task.FromResult<JsonNode>(Array(slack.TakeUnexpected(), JsonNode (text) => JsonValue.Create(text)))),
    ];

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => [.. items.Select(write)];

    private JsonArray Sockets() => Array(slack.Sockets.Open, socket => new JsonObject { ["socket"] = socket.Number, ["ready"] = socket.IsReady });

    private static JsonObject DeliveryJson(Delivery delivery) => new()
    {
        ["state"] = delivery.State.ToString(),
        ["event_id"] = delivery.EventId,
        ["response"] = delivery.Acknowledged.IsCompletedSuccessfully ? delivery.Acknowledged.Result.Payload?.DeepClone() : null,
        ["attempts"] = Array(delivery.Attempts, attempt => new JsonObject
        {
            ["envelope_id"] = attempt.EnvelopeId,
            ["socket"] = attempt.Socket.Number,
            ["retry_attempt"] = attempt.RetryAttempt,
            ["acknowledged_ms"] = attempt.AcknowledgedAfter?.TotalMilliseconds,
        }),
    };

    private static JsonObject MessageOf(SlackMessage message)
    {
        var body = MessageJson.Of(message, withMetadata: true);
        body["stream"] = message.Stream.ToString();
        body["revisions"] = Array(message.Revisions, JsonNode (revision) => JsonValue.Create(revision.Text));
        return body;
    }

    private static JsonObject EphemeralOf(SlackEphemeral message) => new()
    {
        ["channel"] = message.Channel.Id,
        ["ts"] = message.Ts,
        ["text"] = message.Text,
        ["deleted"] = message.IsDeleted,
        ["revisions"] = Array(message.Revisions, JsonNode (revision) => JsonValue.Create(revision.Text)),
    };

    private static JsonObject ViewOf(SlackView view) => new()
    {
        ["id"] = view.Id,
        ["open"] = view.IsOpen,
        ["hash"] = view.Hash,
        ["body"] = view.Body.DeepClone(),
        ["errors"] = new JsonObject(view.Errors.Select(error => KeyValuePair.Create(error.Key, (JsonNode?)error.Value))),
    };

    private static JsonObject ThreadOf(AssistantThread thread) => new()
    {
        ["status"] = thread.Status,
        ["statuses"] = Array(thread.Statuses, JsonNode (status) => JsonValue.Create(status)),
        ["title"] = thread.Title,
        ["prompts"] = Array(thread.Prompts, prompt => new JsonObject { ["title"] = prompt.Title, ["message"] = prompt.Message }),
    };
}
