using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Control;

// dotnet Bot.Discord.Simulator.dll [--port N] [--options '{"heartbeatInterval":"00:00:41",…}']
// Prints {"baseAddress","token"} as one line and runs until standard input ends, so that it can't outlive who started it. The options
// are those of DiscordSimulatorOptions. POST /_control/NAME drives it; ControlActions has the names.
var given = new JsonObject();
for (var at = 0; at + 1 < args.Length; at += 2)
{
    switch (args[at])
    {
        case "--port":
            given["port"] = int.Parse(args[at + 1], CultureInfo.InvariantCulture);
            break;
        case "--options":
            foreach (var (name, value) in JsonNode.Parse(args[at + 1])!.AsObject())
            {
                given[name] = value?.DeepClone();
            }
            break;
        default:
            await Console.Error.WriteLineAsync($"Unknown: {args[at]}. There are --port and --options.");
            return 2;
    }
}
given["tolerateUnexpected"] = true;
await using var simulator = await DiscordSimulator.StartAsync(given.Deserialize<DiscordSimulatorOptions>(ControlCall.Shape)!);
Console.WriteLine(JsonSerializer.Serialize(new { baseAddress = $"http://127.0.0.1:{simulator.Port}", token = simulator.Token }));
while (await Console.In.ReadLineAsync() is not null)
{
    // Nothing is read but the end.
}
return 0;
