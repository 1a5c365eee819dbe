using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Control;

/// <summary>Reads the executable's command line: <c>--port NUMBER</c> and <c>--options JSON</c>, an object of whole numbers by name.</summary>
internal static class SimulatorArguments
{
    public static SlackSimulatorOptions Read(string[] arguments)
    {
        var options = new SlackSimulatorOptions();
        foreach (var pair in arguments.Chunk(2))
        {
            options = pair switch
            {
                ["--port", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) => options with { Port = port },
                ["--options", var text] when Json.TryObject(text) is { } values => values.Aggregate(options, With),
                _ => throw new SlackSimulatorException($"{string.Join(' ', pair)}: expected --port NUMBER or --options JSON."),
            };
        }
        return options;
    }

    private static SlackSimulatorOptions With(SlackSimulatorOptions options, KeyValuePair<string, JsonNode?> value)
    {
        var number = (int)value.Value!;
        return value.Key switch
        {
            "acknowledgementWindowMs" => options with { AcknowledgementWindow = TimeSpan.FromMilliseconds(number) },
            // Three redeliveries: at once, and then each so long after the last.
            "redeliveryMs" => options with { RedeliveryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(number), TimeSpan.FromMilliseconds(number)] },
            "pingMs" => options with { PingInterval = TimeSpan.FromMilliseconds(number) },
            "ratePercent" => options with { RateLimitFactor = number / 100d },
            "leavesTcpOpen" => options with { LeavesTcpOpen = number != 0 },
            "seed" => options with { Seed = number },
            "historyLimit" => options with { HistoryLimit = number },
            "legacyAssistant" => options with { LegacyAssistant = number != 0 },
            var name => throw new SlackSimulatorException($"{name} is no option."),
        };
    }
}
