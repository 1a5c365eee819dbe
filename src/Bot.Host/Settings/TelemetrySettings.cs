namespace Bot.Host.Settings;

/// <summary>Where metrics and traces go.</summary>
internal sealed class TelemetrySettings
{
    public const string SectionName = "Telemetry";

    public const string Grpc = "grpc";
    public const string HttpProtobuf = "http/protobuf";

    /// <summary>An OpenTelemetry collector; empty for none.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary><see cref="Grpc"/> or <see cref="HttpProtobuf"/>.</summary>
    public string OtlpProtocol { get; set; } = Grpc;

    /// <summary>What this process is called there.</summary>
    public string ServiceName { get; set; } = "bot";
}
