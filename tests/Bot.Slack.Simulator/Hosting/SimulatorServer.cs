using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Bot.Slack.Simulator.Control;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.WebApi;
using Bot.Slack.Simulator.Workspaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Simulator.Hosting;

/// <summary>The HTTP server on 127.0.0.1: the Web API and the sockets.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private const string HandshakeGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    // For requests that are still being answered when a test ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SimulatorCore _core;
    private readonly WebApplication _application;
    private readonly ApiServer _api;
    private readonly CancellationTokenSource _stopping = new();

    private SimulatorServer(SimulatorCore core)
    {
        _core = core;
        _api = new(core);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, core.Options.Port);
        });
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    /// <summary>Answers <c>/_control/</c>; without it there are no such addresses.</summary>
    public ControlApi? Control { get; set; }

    public static async Task<SimulatorServer> StartAsync(SimulatorCore core)
    {
        var server = new SimulatorServer(core);
        await server._application.StartAsync();
        core.Address = new(server._application.Urls.Single());
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
        _stopping.Dispose();
    }

    private Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        return path switch
        {
            "/link/" => ConnectAsync(context),
            _ when path.StartsWith("/api/", StringComparison.Ordinal) => _api.AnswerAsync(path["/api/".Length..], context),
            _ when Control is not null && path.StartsWith(ControlApi.Prefix, StringComparison.Ordinal) => Control.AnswerAsync(context, path),
            _ when path.StartsWith(ResponseUrls.Prefix, StringComparison.Ordinal) => RespondAsync(context, path),
            _ when path.StartsWith(FileStore.UploadPrefix, StringComparison.Ordinal) => UploadAsync(context, path),
            _ when path.StartsWith(FileStore.DownloadPrefix, StringComparison.Ordinal) => DownloadAsync(context, path),
            _ => NotFoundAsync(context, path),
        };
    }

    private Task NotFoundAsync(HttpContext context, string path)
    {
        _core.Unexpected.Add($"{context.Request.Method} {path} is no address of Slack.");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task RespondAsync(HttpContext context, string path)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var fault = _core.Faults.Take(ApiFaults.ResponseUrl);
        var (status, text) = (StatusCodes.Status200OK, "");
        if (fault is null || FaultyAnswers.IsApplied(fault))
        {
            lock (_core.Gate)
            {
                (status, text) = _core.ResponseUrls.Post(path, body);
            }
        }
        await (fault is null ? FaultyAnswers.WriteTextAsync(context, status, text, "text/plain") : FaultyAnswers.WriteAsync(fault, context));
    }

    private async Task UploadAsync(HttpContext context, string path)
    {
        using var content = new MemoryStream();
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            await form.Files.Single().CopyToAsync(content, context.RequestAborted);
        }
        else
        {
            await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        }
        lock (_core.Gate)
        {
            if (_core.Files.Find(path[FileStore.UploadPrefix.Length..]) is not { } file)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            if (content.Length != file.AnnouncedLength)
            {
                _core.Unexpected.Add($"{file.Name} was announced with {file.AnnouncedLength} bytes and uploaded with {content.Length}.");
            }
            file.Content = content.ToArray();
        }
        await context.Response.WriteAsync($"OK - {content.Length}", context.RequestAborted);
    }

    private async Task DownloadAsync(HttpContext context, string path)
    {
        SlackFile? file;
        bool isAllowed;
        lock (_core.Gate)
        {
            file = _core.Files.Find(path[FileStore.DownloadPrefix.Length..]);
            isAllowed = _core.FindWorkspace(context.Request.Headers.Authorization.ToString().Split(' ')[^1]) is not null;
        }
        if (file is null || !isAllowed)
        {
            context.Response.StatusCode = file is null ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
            return;
        }
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private async Task ConnectAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        lock (_core.Gate)
        {
            if (!_core.Hub.Tickets.Redeem(context.Request.Query["ticket"].ToString()))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
        }
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.SecWebSocketAccept = AcceptKey(context.Request.Headers.SecWebSocketKey.ToString());
        await using var stream = new UpgradedStream(await upgrade.UpgradeAsync());
        using var webSocket = WebSocket.CreateFromStream(stream, new() { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var connection = _core.Hub.CountConnection();
        var socket = new SlackSocket(_core.Hub.NextNumber(), webSocket, stream, context.Abort, _core.Options.LeavesTcpOpen);
        _core.Hub.Add(socket);
        using var life = _core.Clock.CreateTimer(_ => _core.Hub.Retire(socket), null, LifetimeOf(context), SocketHub.WarningTime);
        using var ping = _core.Clock.CreateTimer(_ => socket.Ping(), null, _core.Options.PingInterval, _core.Options.PingInterval);
        await socket.RunAsync(text => _core.Hub.Receive(socket, text), () => _core.Hub.Remove(socket), _stopping.Token);
    }

    private TimeSpan LifetimeOf(HttpContext context) =>
        context.Request.Query["debug_reconnects"] == "true" ? SocketHub.DebugLifetime : _core.Options.ApproximateConnectionTime;

#pragma warning disable CA5350 // RFC 6455, section 4.2.2, asks for SHA-1; nothing is kept secret by it.
    private static string AcceptKey(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + HandshakeGuid)));
#pragma warning restore CA5350
}
