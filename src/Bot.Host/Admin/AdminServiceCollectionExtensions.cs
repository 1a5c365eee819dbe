using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Admin;

internal static class AdminServiceCollectionExtensions
{
    /// <summary>Health, telemetry and the process's outcome, for a host that serves chats. Register it first, so that it ends last.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddSingleton<WorkerOutcome>()
        .AddSingleton<HealthServer>()
        .AddHostedService(provider => provider.GetRequiredService<HealthServer>())
        .AddHostedService<TelemetryExport>();
}
