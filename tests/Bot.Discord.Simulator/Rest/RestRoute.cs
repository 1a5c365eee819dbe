namespace Bot.Discord.Simulator.Rest;

/// <summary>One thing that can be called.</summary>
/// <param name="Template">The path below <c>/api/v10</c>, with names in braces for what varies.</param>
/// <param name="Handle">Does it. Runs under the world's gate.</param>
/// <param name="NeedsBot">False for interaction endpoints, whose token in the path is all the authority they need.</param>
internal sealed record RestRoute(string Method, string Template, Func<RestCall, RestResult> Handle, bool NeedsBot = true)
{
    public string[] Segments { get; } = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public string Key { get; } = $"{Method} {Template}";

    /// <summary>The values in this path if it is this route's, else null.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != Segments.Length)
        {
            return null;
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (segment, value) in Segments.Zip(path))
        {
            if (segment.StartsWith('{'))
            {
                values[segment[1..^1]] = Uri.UnescapeDataString(value);
            }
            else if (segment != value)
            {
                return null;
            }
        }
        return values;
    }

    /// <summary>The values that give each channel, guild and webhook buckets of its own.</summary>
    public static string Major(IReadOnlyDictionary<string, string> values) => values switch
    {
        _ when values.TryGetValue("channel", out var channel) => channel,
        _ when values.TryGetValue("guild", out var guild) => guild,
        _ when values.TryGetValue("webhook", out var webhook) => $"{webhook}/{values.GetValueOrDefault("token")}",
        _ => "",
    };
}
