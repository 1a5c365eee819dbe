using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations.Responding;

/// <summary>Makes the reply to any request. What goes wrong becomes a sentence for the person and a line for the operator.</summary>
internal sealed partial class Responder(
    AskResponder ask,
    ClauseResponder clause,
    SourcesResponder sources,
    ReloadResponder reload,
    StatusResponder status,
    PassageResponder passage,
    AnswerSlots slots,
    IndexRefresher refresher,
    ConversationMetrics metrics,
    IOptions<ConversationsSettings> settings,
    TimeProvider clock,
    ILogger<Responder> logger)
{
    /// <summary>Throws only <see cref="OperationCanceledException"/>, when cancelled.</summary>
    public async Task<Reply> RespondAsync(IChatPlatform platform, IncomingMessage message, CancellationToken cancellationToken)
    {
        var texts = ConversationTexts.Of(message.SpokenLanguage());
        var began = clock.GetTimestamp();
        try
        {
            var reply = await MakeAsync(platform, message, cancellationToken);
            metrics.Answered(message.Request, clock.GetElapsedTime(began));
            return reply with { IsPrivate = message.Request.IsPrivate };
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, ex, message.Conversation);
            return Reply.Plain(message.SpokenLanguage(), texts.Failed) with { IsPrivate = message.Request.IsPrivate };
        }
    }

    private async Task<Reply> MakeAsync(IChatPlatform platform, IncomingMessage message, CancellationToken cancellationToken)
    {
        var language = message.SpokenLanguage();
        var texts = ConversationTexts.Of(language);
        if (message.Request is Request.Ask or Request.Clause or Request.Sources)
        {
            // Right after the start the documents may still be on their way.
            await refresher.Loaded.WaitAsync(cancellationToken);
        }
        switch (message.Request)
        {
            case Request.Ask asked:
                using (var slot = await slots.EnterAsync(cancellationToken))
                {
                    return await TimedAsync(token => ask.RespondAsync(platform, message, asked.Text, token), cancellationToken);
                }
            case Request.Clause asked:
                return clause.Respond(language, asked.Reference);
            case Request.Sources:
                return sources.Respond(language);
            case Request.Help:
                return Reply.Plain(language, texts.Help);
            case Request.Reload:
                return await reload.RespondAsync(platform, message, cancellationToken);
            case Request.Status:
                return status.Respond(language);
            case Request.ShowPassage shown:
                return await passage.RespondAsync(language, shown, cancellationToken);
            case Request.Rate rated:
                await passage.RateAsync(rated, message.Author, cancellationToken);
                return Reply.Plain(language, texts.Thanks);
            case Request.Unreadable:
                return Reply.Plain(language, texts.Unreadable);
            case Request.Outside:
                return Reply.Plain(language, texts.Outside);
            default:
                throw new NotSupportedException($"Unknown request {message.Request.GetType().Name}.");
        }
    }

    private async Task<Reply> TimedAsync(Func<CancellationToken, Task<Reply>> make, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Value.AnswerTimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        return await make(either.Token);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "No reply could be made in {Conversation}")]
        public static partial void Failed(ILogger logger, Exception exception, ConversationKey conversation);
    }
}
