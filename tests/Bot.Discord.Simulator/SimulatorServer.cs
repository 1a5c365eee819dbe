using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Simulator;

/// <summary>Kestrel on two loopback ports: one for REST and gateway, one for the resume host.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    // Discord takes 25 MiB; a body over this is cut off with 413.
    private const long LargestBody = 26 * 1024 * 1024;

    private readonly WebApplication _app;

    private SimulatorServer(WebApplication app, int port, int resumePort) => (_app, Port, ResumePort) = (app, port, resumePort);

    public int Port { get; }

    public int ResumePort { get; }

    /// <param name="handle">Handles a request; the flag says whether it came to the resume host.</param>
    public static async Task<SimulatorServer> StartAsync(int port, Func<HttpContext, bool, Task> handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        app.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        var resumePort = 0;
        app.Run(context => handle(context, context.Connection.LocalPort == resumePort));
        await app.StartAsync();
        var ports = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address).Port).ToArray();
        resumePort = ports[1];
        return new(app, ports[0], ports[1]);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}
