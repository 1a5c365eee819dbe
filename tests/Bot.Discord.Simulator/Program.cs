using System.Globalization;
using System.Text.Json;
using Bot.Discord.Simulator;

// dotnet Bot.Discord.Simulator.dll [--port N]: prints {"baseAddress","token",…} as one line and runs until standard input ends.
var port = args is ["--port", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
await using var simulator = await DiscordSimulator.StartAsync(new() { Port = port, TolerateUnexpected = true });
Console.WriteLine(JsonSerializer.Serialize(new { baseAddress = $"http://127.0.0.1:{simulator.Port}", token = simulator.Token }));
while (await Console.In.ReadLineAsync() is not null)
{
}
