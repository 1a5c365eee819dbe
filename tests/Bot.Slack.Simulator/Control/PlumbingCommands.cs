using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Control;

/// <summary>What goes wrong with sockets, events and calls.</summary>
internal sealed class PlumbingCommands(SlackSimulator slack)
{
    public IEnumerable<KeyValuePair<string, Func<ControlRequest, Task<JsonNode>>>> All =>
    [
        Do("socket/announce", request => request.Socket.AnnounceDisconnect(Reason(request.Text("reason")))),
        Do("socket/disconnect", request => request.Socket.Disconnect(Reason(request.Text("reason")))),
        Do("socket/close", request => request.Socket.Close((WebSocketCloseStatus)request.Number("code"))),
        Do("socket/drop", request => request.Socket.Drop()),
        Do("socket/silence", request => request.Socket.GoSilent()),
        Do("socket/send", request => request.Socket.SendRaw(request.Text("text"))),
        Do("socket/fragments", request => request.Socket.SendFragmented(request.Text("text"), request.Number("bytes"))),
        Do("withhold-hello", request => slack.Sockets.WithholdHello(request.OptionalNumber("times") ?? 1)),
        Do("dead-tickets", request => slack.Sockets.IssueDeadTickets(request.OptionalNumber("times") ?? 1)),
        Do("lose-acknowledgements", request => slack.Sockets.LoseAcknowledgements(request.OptionalNumber("times") ?? 1)),
        Do("link-disabled", request => slack.Sockets.SetLinkDisabled(request.Flag("disabled"))),
        Do("disorder", request => slack.Sockets.Disorder = new(
            request.Number("seed"), request.Number("duplicated_percent") / 100d, request.Number("delayed_percent") / 100d, request.Milliseconds("maximum_delay_ms"))),
        Do("fault", request => slack.Faults.Next(request.Text("method"), Fault(request))),
        Do("faults/clear", _ => slack.Faults.Clear()),
        Do("revoke", _ => slack.Revoke()),
        Do("token", request => slack.Workspace.Token = Enum.Parse<TokenState>(request.Text("state"), ignoreCase: true)),
        Do("app-token", request => slack.SetAppToken(Enum.Parse<TokenState>(request.Text("state"), ignoreCase: true))),
        Do("without-scope", request => slack.Workspace.WithoutScope(request.Text("scope"))),
        Do("archive", request => slack.Archive(request.Channel)),
        Do("event", request => slack.PublishEvent(request.Object("event")!)),
    ];

    private static KeyValuePair<string, Func<ControlRequest, Task<JsonNode>>> Do(string name, Action<ControlRequest> act) => new(name, request =>
    {
        act(request);
        return Task.FromResult<JsonNode>(new JsonObject());
    });

    private static DisconnectReason Reason(string name) => name switch
    {
        "warning" => DisconnectReason.Warning,
        "refresh_requested" => DisconnectReason.RefreshRequested,
        "link_disabled" => DisconnectReason.LinkDisabled,
        "too_many_websockets" => DisconnectReason.TooManyWebsockets,
        _ => throw new SlackSimulatorException($"{name} is no reason."),
    };

    private static ApiFault Fault(ControlRequest request) => request.Text("kind") switch
    {
        "error" => new ApiFault.Error(request.Text("code"), request.Object("details")),
        "rate_limited" => new ApiFault.RateLimited(TimeSpan.FromSeconds(request.Number("seconds"))),
        "status" => new ApiFault.Status(request.Number("status"), request.Flag("applied")),
        "silence" => new ApiFault.Silence(request.Flag("applied")),
        "cut" => new ApiFault.CutAnswer(request.Flag("applied")),
        "garbage" => new ApiFault.Garbage(request.Flag("applied")),
        "delay" => new ApiFault.Delay(request.Milliseconds("milliseconds")),
        var other => throw new SlackSimulatorException($"{other} is no fault."),
    };
}
