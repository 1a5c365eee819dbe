using System.Text.Json.Nodes;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Control;

// dotnet Bot.Slack.Simulator.dll --port 0: prints one JSON line with the address and tokens, and runs until standard input ends.
var slack = await SlackSimulator.StartAsync(SimulatorArguments.Read(args));
Console.WriteLine(new JsonObject
{
    ["baseAddress"] = slack.ApiBaseAddress.GetLeftPart(UriPartial.Authority),
    ["apiBaseAddress"] = slack.ApiBaseAddress.ToString(),
    ["appToken"] = slack.AppToken,
    ["botToken"] = slack.BotToken,
    ["botUserId"] = slack.Workspace.BotUserId,
    ["teamId"] = slack.Workspace.TeamId,
}.ToJsonString());
await Console.In.ReadToEndAsync();
// What the app did wrong is asked for through /_control/unexpected.
slack.TakeUnexpected();
await slack.DisposeAsync();
