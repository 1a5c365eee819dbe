using Microsoft.Extensions.Logging;

namespace Bot.Host.Conversations;

/// <summary>Keeps the sign of work alive until the reply is ready.</summary>
internal sealed partial class WorkingSign : IAsyncDisposable
{
    private readonly CancellationTokenSource _end;
    private readonly Task _showing;

    private WorkingSign(IChatPlatform platform, IncomingMessage message, bool isPrivate, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _showing = ShowAsync(platform, message, isPrivate, clock, logger, _end.Token);
    }

    public static WorkingSign Show(
        IChatPlatform platform, IncomingMessage message, bool isPrivate, TimeProvider clock, ILogger logger, CancellationToken cancellationToken) =>
        new(platform, message, isPrivate, clock, logger, cancellationToken);

    /// <summary>Returns when nothing more is shown.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _showing;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private static async Task ShowAsync(
        IChatPlatform platform, IncomingMessage message, bool isPrivate, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await platform.ShowWorkingAsync(message, isPrivate, cancellationToken);
                await Task.Delay(platform.SignLasts, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The reply is ready.
        }
        catch (Exception ex)
        {
            // A sign that can't be shown is no reason not to answer.
            Log.NotShown(logger, message.Conversation, ex.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "No sign of work in {Conversation}: {Reason}")]
        public static partial void NotShown(ILogger logger, ConversationKey conversation, string reason);
    }
}
