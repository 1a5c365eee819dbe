using System.Globalization;
using Bot.OpenAI.Simulator;

// For clients of other makers: the first argument is the port, the second the key, the third a file to answer with.
var port = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 0;
await using var simulator = await OpenAISimulator.StartAsync(port);
simulator.Key = args.Length > 1 ? args[1] : "";
if (args.Length > 2)
{
    simulator.Otherwise = new ChatReply.Text(await File.ReadAllTextAsync(args[2]));
}
await Console.Out.WriteLineAsync(simulator.BaseAddress.AbsoluteUri);
await simulator.WaitForShutdownAsync();
