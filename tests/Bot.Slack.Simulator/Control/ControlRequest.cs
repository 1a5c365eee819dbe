using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Control;

/// <summary>The arguments of a control command, and what they name.</summary>
internal sealed class ControlRequest(SlackSimulator slack, JsonObject arguments)
{
    public SlackUser User => slack.Workspace.FindUser(Text("user")) ?? throw Missing("user");

    public SlackChannel Channel => slack.Workspace.FindChannel(Text("channel")) ?? throw Missing("channel");

    public SlackMessage Message => Channel.Find(Text("ts")) ?? throw Missing("message");

    public SlackView View => slack.FindView(Text("view")) ?? throw Missing("view");

    public SlackSocket Socket => slack.Sockets.Open.FirstOrDefault(socket => socket.Number == Number("socket")) ?? throw Missing("socket");

    public string Text(string name) => arguments.Text(name) ?? throw Missing(name);

    public string? OptionalText(string name) => arguments.Text(name);

    public int Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    public int? OptionalNumber(string name) => (int?)arguments[name];

    public bool Flag(string name) => (bool?)arguments[name] ?? false;

    public TimeSpan Milliseconds(string name) => TimeSpan.FromMilliseconds(Number(name));

    public IEnumerable<string> Texts(string name) => (arguments[name] as JsonArray)?.Select(item => (string)item!) ?? [];

    public JsonObject? Object(string name) => arguments[name]?.DeepClone() as JsonObject;

    private static SlackSimulatorException Missing(string name) => new($"There is no {name} as named.");
}
