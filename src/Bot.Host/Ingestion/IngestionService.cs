using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Ingestion;

/// <summary>Loads the documents when the host starts. A host that can't load them at all has nothing to serve and stops.</summary>
internal sealed partial class IngestionService(IndexRefresher refresher, ILogger<IngestionService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var reason = await refresher.ReloadAsync(progress: null, stoppingToken) switch
            {
                ReloadOutcome.NoSeeds missing => missing.Reason,
                ReloadOutcome.Failed failed => failed.Reason,
                _ => null,
            };
            if (reason is not null)
            {
                throw new InvalidOperationException(reason);
            }
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, ex.Message);
            Environment.ExitCode = 1;
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "Nothing to serve: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
