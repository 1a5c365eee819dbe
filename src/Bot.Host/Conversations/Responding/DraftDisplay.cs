using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Conversations.Responding;

/// <summary>Shows in the chat how far an answer has come, where its answerer streams.</summary>
internal sealed partial class DraftDisplay(ILogger<DraftDisplay> logger)
{
    /// <summary>The answer. All that was shown is shown by then, so that nothing comes behind the reply.</summary>
    public async Task<Answer> FollowAsync(
        IAsyncEnumerable<AnswerUpdate> updates, IChatPlatform platform, IncomingMessage message, CancellationToken cancellationToken)
    {
        var showing = Task.CompletedTask;
        try
        {
            await foreach (var update in updates.WithCancellation(cancellationToken))
            {
                switch (update)
                {
                    case AnswerUpdate.Final(var answer):
                        return answer;
                    // A chat that is slow to show one doesn't hold the model up: it gets what there is when it is done.
                    case AnswerUpdate.Draft(var soFar) when showing.IsCompleted:
                        showing = ShowAsync(platform, message, soFar, cancellationToken);
                        break;
                }
            }
        }
        finally
        {
            await showing;
        }
        throw new InvalidOperationException("The answerer ended without an answer.");
    }

    private async Task ShowAsync(IChatPlatform platform, IncomingMessage message, string soFar, CancellationToken cancellationToken)
    {
        try
        {
            var draft = Reply.Plain(message.SpokenLanguage(), soFar) with { IsPrivate = message.Request.IsPrivate };
            await platform.ShowProgressAsync(message, draft, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever waits for the answer hears of it.
        }
        catch (Exception ex)
        {
            // The answer itself is what counts.
            Log.NotShown(logger, message.Conversation, ex.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A draft couldn't be shown in {Conversation}: {Reason}")]
        public static partial void NotShown(ILogger logger, ConversationKey conversation, string reason);
    }
}
