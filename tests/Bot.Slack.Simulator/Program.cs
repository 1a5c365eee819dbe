using System.Text.Json.Nodes;
using Bot.Slack.Simulator;

// dotnet Bot.Slack.Simulator.dll --port 0: prints one JSON line with the address and tokens, and runs until standard input ends.
var port = args is ["--port", var text] && int.TryParse(text, out var number) ? number : 0;
await using var slack = await SlackSimulator.StartAsync(new() { Port = port });
Console.WriteLine(new JsonObject
{
    ["address"] = new Uri(slack.ApiBaseAddress, "/").ToString(),
    ["apiBaseAddress"] = slack.ApiBaseAddress.ToString(),
    ["appToken"] = slack.AppToken,
    ["botToken"] = slack.BotToken,
}.ToJsonString());
await Console.In.ReadToEndAsync();
