using Bot.Host.Conversations.Storage;
using Bot.Host.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations;

/// <summary>
/// Opens the storage before any chat starts, takes up what was left, and finishes or leaves what is in work after the chats
/// have stopped.
/// </summary>
internal sealed partial class ConversationService(
    ConversationDatabase database,
    ConversationHandler handler,
    ConversationPruning pruning,
    IOptions<ConversationsSettings> settings,
    TimeProvider clock,
    ILogger<ConversationService> logger) : BackgroundService
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.OpenAsync(cancellationToken);
        // Before anything new can come: what is taken up must be what an earlier process left.
        await handler.ResumeAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Value.ShutdownSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await handler.DrainAsync(either.Token);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await pruning.PruneAsync(stoppingToken);
            }
            catch (StorageException ex)
            {
                Log.NotPruned(logger, ex.Message);
            }
            await Task.Delay(PruneEvery, clock, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Old conversations stay for now: {Reason}")]
        public static partial void NotPruned(ILogger logger, string reason);
    }
}
