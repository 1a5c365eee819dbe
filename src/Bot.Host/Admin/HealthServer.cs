using Bot.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Admin;

/// <summary>
/// Says over HTTP how the bot is: <c>/health/live</c> while the process runs, <c>/health/ready</c> when an index is published
/// and each chat is connected.
/// </summary>
internal sealed partial class HealthServer(
    BotStatus status, IOptions<HttpSettings> settings, ILoggerFactory loggers, ILogger<HealthServer> logger) : IHostedService, IAsyncDisposable
{
    private WebApplication? _application;

    /// <summary>Where it is served, once started; null for nowhere.</summary>
    public Uri? Address => _application?.Urls.FirstOrDefault() is { } url ? new Uri(url) : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.Address.Length == 0)
        {
            return;
        }
        // The host has its own container, settings and signals; here only requests are answered.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(settings.Value.Address);
        builder.Services.AddSingleton(loggers);
        _application = builder.Build();
        _application.Run(AnswerAsync);
        try
        {
            await _application.StartAsync(cancellationToken);
        }
        catch (IOException ex)
        {
            throw new InvalidOperationException(
                $"Health can't be served at {settings.Value.Address} ({ex.Message}): set Bot:Http:Address to a free one, or to nothing.", ex);
        }
        Log.Serving(logger, Address!);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        switch (isRead ? context.Request.Path.Value : null)
        {
            case "/health/live":
                return context.Response.WriteAsJsonAsync(new LiveJson("live"), HealthJson.Default.LiveJson, contentType: null, context.RequestAborted);
            case "/health/ready":
                var now = status.Now();
                context.Response.StatusCode = now.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
                return context.Response.WriteAsJsonAsync(ReadyJson.From(now), HealthJson.Default.ReadyJson, contentType: null, context.RequestAborted);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Health is served at {Address}")]
        public static partial void Serving(ILogger logger, Uri address);
    }
}
