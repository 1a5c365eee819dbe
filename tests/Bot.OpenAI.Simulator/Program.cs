using System.Globalization;
using System.Text.Json;
using Bot.OpenAI.Simulator;

// For clients of other makers: --port N, --options {"key":"…","answer":"…"}; prints its address and ends with its input.
var arguments = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
var port = int.Parse(arguments.GetValueOrDefault("--port", "0"), CultureInfo.InvariantCulture);
var options = JsonElement.Parse(arguments.GetValueOrDefault("--options", "{}"));
await using var simulator = await OpenAISimulator.StartAsync(port);
simulator.Key = options.TryGetProperty("key", out var key) ? key.GetString()! : "";
if (options.TryGetProperty("answer", out var answer))
{
    simulator.Otherwise = new ChatReply.Text(answer.GetString()!);
}
await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { baseAddress = simulator.BaseAddress.AbsoluteUri }));
while (await Console.In.ReadLineAsync() is not null)
{
    // Whoever started it holds its input open for as long as it is wanted.
}
