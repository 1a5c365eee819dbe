using System.Collections.Concurrent;
using Bot.Host.Admin;
using Bot.Host.Conversations;
using Bot.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Admin;

public sealed class TelemetryExportTests
{
    [Fact]
    public async Task Metrics_and_traces_reach_the_collector()
    {
        var received = new ConcurrentDictionary<string, bool>();
        await using var collector = await CollectAsync(received);
        var settings = new TelemetrySettings { OtlpEndpoint = collector.Urls.First(), OtlpProtocol = TelemetrySettings.HttpProtobuf };
        using var metrics = new ConversationMetrics(new RunningWork());

        using (var export = new TelemetryExport(Options.Create(settings)))
        {
            await export.StartAsync(CancellationToken.None);
            metrics.Refused("busy");
            ConversationMetrics.Activities.StartActivity("Ask")?.Dispose();
        }

        Assert.Equal(["/v1/metrics", "/v1/traces"], received.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, bool> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(context =>
        {
            received[context.Request.Path] = true;
            context.Response.StatusCode = StatusCodes.Status200OK;
            return Task.CompletedTask;
        });
        await application.StartAsync();
        return application;
    }
}
