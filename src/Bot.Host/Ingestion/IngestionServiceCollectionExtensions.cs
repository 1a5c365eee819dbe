using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Ingestion;

internal static class IngestionServiceCollectionExtensions
{
    public static IServiceCollection AddIngestion(this IServiceCollection services) => services
        .AddSingleton<SeedsLocation>()
        .AddSingleton<SnapshotKeeper>()
        .AddSingleton<IndexRefresher>()
        .AddHostedService<SeedsWatcher>();

    /// <summary>For a host that serves without anybody at its console: it loads the documents by itself.</summary>
    public static IServiceCollection AddIngestionAtStart(this IServiceCollection services) =>
        services.AddHostedService<IngestionService>();
}
