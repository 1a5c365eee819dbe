using Bot.Discord.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>Takes WebSocket upgrades and runs a connection for each.</summary>
internal sealed class GatewayEndpoint(World world, GatewayHub hub, Unexpected unexpected, DiscordSimulatorOptions options)
{
    public async Task HandleAsync(HttpContext context, bool viaResumeHost, CancellationToken stopping)
    {
        var request = Describe(context, viaResumeHost);
        if (request.Unsupported is { } unsupported)
        {
            unexpected.Add($"gateway connection with {unsupported}, which the simulator doesn't speak");
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        int number;
        ConnectionFaults faults;
        lock (world.Gate)
        {
            faults = hub.TakeFaults();
            number = hub.NextNumber();
        }
        if (faults.RefuseUpgrade is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new GatewayConnection(socket, number, request, faults, options.Clock);
        lock (world.Gate)
        {
            hub.Open(connection);
        }
        var code = await connection.RunAsync(utf8 => Receive(connection, utf8), stopping);
        lock (world.Gate)
        {
            hub.Closed(connection, code);
        }
    }

    private void Receive(GatewayConnection connection, ReadOnlyMemory<byte> utf8)
    {
        lock (world.Gate)
        {
            hub.Receive(connection, utf8);
        }
    }

    private static ConnectionRequest Describe(HttpContext context, bool viaResumeHost)
    {
        var query = context.Request.Query;
        return new(
            context.Request.QueryString.Value ?? "",
            query["v"],
            query["encoding"],
            query["compress"],
            context.Request.Headers.UserAgent,
            viaResumeHost);
    }
}
