using Bot.Host.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Host.Admin;

/// <summary>Sends metrics and traces to a collector, where the settings name one.</summary>
internal sealed class TelemetryExport(IOptions<TelemetrySettings> settings) : IHostedService, IDisposable
{
    // Every meter and source of the bot is named so.
    private const string Ours = "Bot.*";

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.OtlpEndpoint.Length > 0)
        {
            _metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(Name)
                .AddMeter(Ours)
                .AddOtlpExporter(exporter => Aim(exporter, "v1/metrics"))
                .Build();
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(Name)
                .AddSource(Ours)
                .AddOtlpExporter(exporter => Aim(exporter, "v1/traces"))
                .Build();
        }
        return Task.CompletedTask;
    }

    // What was measured last is sent when they are disposed.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private void Name(ResourceBuilder resource) => resource.AddService(settings.Value.ServiceName);

    private void Aim(OtlpExporterOptions exporter, string path)
    {
        var isHttp = settings.Value.OtlpProtocol.Equals(TelemetrySettings.HttpProtobuf, StringComparison.OrdinalIgnoreCase);
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = isHttp
            ? new Uri(new Uri(settings.Value.OtlpEndpoint.TrimEnd('/') + "/"), path)
            : new Uri(settings.Value.OtlpEndpoint);
    }
}
