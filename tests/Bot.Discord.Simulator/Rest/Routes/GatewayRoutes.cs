using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>Where the gateway is, and how many Identifies are left.</summary>
internal sealed class GatewayRoutes(SessionStarts starts, DiscordSimulatorOptions options)
{
    /// <summary>The gateway's address, known once the server listens.</summary>
    public string Address { get; set; } = "";

    public IEnumerable<RestRoute> Routes =>
    [
        new("GET", "/gateway", _ => RestResult.Ok(new JsonObject { ["url"] = Address }), NeedsBot: false),
        new("GET", "/gateway/bot", Bot),
    ];

    private RestResult Bot(RestCall call) => RestResult.Ok(new JsonObject
    {
        ["url"] = Address,
        ["shards"] = options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = options.SessionStarts,
            ["remaining"] = starts.Remaining,
            ["reset_after"] = (long)starts.ResetAfter.TotalMilliseconds,
            ["max_concurrency"] = options.MaxConcurrency,
        },
    });
}
