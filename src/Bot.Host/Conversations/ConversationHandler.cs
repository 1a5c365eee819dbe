using Bot.Host.Conversations.Responding;
using Bot.Host.Conversations.Storage;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations;

/// <summary>
/// From one message to one reply. What it has accepted gets its reply, or a stated reason, whatever happens to this process.
/// Safe for concurrent use.
/// </summary>
internal sealed partial class ConversationHandler(
    PlatformRegistry platforms,
    IInbox inbox,
    AnswerIds ids,
    Admission admission,
    Responder responder,
    ReplyCourier courier,
    RunningWork work,
    ConversationLanes lanes,
    ConversationMetrics metrics,
    IOptions<ConversationsSettings> settings,
    TimeProvider clock,
    ILogger<ConversationHandler> logger) : IDisposable
{
    // Past this many times the queue limit, not even "busy" can be said to everybody.
    private const int Overload = 2;

    // What is past it waits its turn in the inbox's safety, so that a flood isn't a flood of calls to the chat.
    private readonly SemaphoreSlim _places = new(settings.Value.QueueLimit * Overload);
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Whether a message can be taken at all now; the chat should keep the next one until it can.</summary>
    public bool IsOverloaded => work.Count >= settings.Value.QueueLimit * Overload;

    /// <summary>Takes a message. Once this returns, it is written down, or the person was told why not, and the chat may forget it.</summary>
    /// <exception cref="StorageException">Neither could be done.</exception>
    public async Task<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var receipt = await WriteDownAsync(message, cancellationToken);
        metrics.Received(message, receipt);
        // After that the next process will take it up.
        if (receipt == Receipt.Accepted && !_draining.IsCancellationRequested)
        {
            Begin(message, tries: 0);
        }
        return receipt;
    }

    /// <summary>Takes up what an earlier process left.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var (message, tries) in await inbox.TakeUpAsync(cancellationToken))
        {
            if (platforms.Find(message.Event.Platform) is not null)
            {
                Log.Resumed(logger, message.Conversation, tries);
                Begin(message, tries);
            }
        }
    }

    /// <summary>Begins nothing new and waits for what is begun; what takes longer is left for the next process.</summary>
    /// <param name="patience">Cancelled when the waiting must end.</param>
    public async Task DrainAsync(CancellationToken patience)
    {
        await _draining.CancelAsync();
        try
        {
            await work.WhenDoneAsync(patience);
        }
        catch (OperationCanceledException)
        {
            Log.HandedOver(logger, work.Count);
        }
        await _stopping.CancelAsync();
        await work.WhenDoneAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _places.Dispose();
        _draining.Dispose();
        _stopping.Dispose();
    }

    private async Task<Receipt> WriteDownAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await inbox.AddAsync(message, cancellationToken) ? Receipt.Accepted : Receipt.Duplicate;
        }
        catch (StorageException)
        {
            // Better to say so than to begin what a crash would lose.
            var text = ConversationTexts.Of(message.SpokenLanguage()).CannotKeep;
            if (await SayAsync(message, Reply.Plain(message.SpokenLanguage(), text) with { IsPrivate = true }, cancellationToken) is Delivery.Later)
            {
                // Neither kept nor told: the chat must keep it.
                throw;
            }
            metrics.Refused("not stored");
            return Receipt.Refused;
        }
    }

    private async Task<Delivery> SayAsync(IncomingMessage message, Reply reply, CancellationToken cancellationToken)
    {
        var platform = platforms.Get(message.Event.Platform);
        await using var sign = WorkingSign.Show(platform, message, reply.IsPrivate, clock, logger, cancellationToken);
        await sign.EndAsync();
        return await platform.ReplyAsync(message, reply, new DeliveryTry(ids.Of(message.Event), MayBeThere: false), cancellationToken);
    }

    private void Begin(IncomingMessage message, int tries)
    {
        // Both are taken here, in the order of arrival: tasks start in any order. Who comes later never has a place that somebody
        // before it in the conversation still waits for.
        var turn = message.Request is Request.Ask ? lanes.Enter(message.Conversation) : null;
        // The chat waits for a sign of an awaited one within seconds: at least that there is too much to do.
        var place = message.IsAwaited ? null : _places.WaitAsync(_draining.Token);
        work.Start(() => WorkOffAsync(message, tries, turn, place));
    }

    private async Task WorkOffAsync(IncomingMessage message, int tries, ConversationTurn? turn, Task? place)
    {
        using var ended = turn;
        using var scope = logger.BeginScope("{Conversation}", message.Conversation);
        using var activity = ConversationMetrics.Activities.StartActivity(message.Request.GetType().Name);
        try
        {
            // What finds a place at once is in work, and finished even while stopping; what waits is left for the next process.
            await (place ?? Task.CompletedTask);
            try
            {
                await HandleAsync(message, tries, turn?.Come ?? Task.CompletedTask, _stopping.Token);
            }
            finally
            {
                if (place is not null)
                {
                    _places.Release();
                }
            }
        }
        catch (OperationCanceledException) when (_draining.IsCancellationRequested)
        {
            // It stays in the inbox, for the next process.
        }
        catch (Exception ex)
        {
            Log.Failed(logger, ex, message.Conversation);
        }
    }

    private async Task HandleAsync(IncomingMessage message, int tries, Task turn, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var platform = platforms.Get(message.Event.Platform);
        var decision = admission.Decide(message, tries, work.Count);
        if (decision is not AdmissionDecision.Silence)
        {
            var refusal = decision as AdmissionDecision.Refuse;
            await using var sign = WorkingSign.Show(
                platform, message, isPrivate: refusal is not null || message.Request.IsPrivate, clock, logger, cancellationToken);
            var first = new DeliveryTry(ids.Of(message.Event), MayBeThere: tries > 0);
            if (refusal is not null)
            {
                metrics.Refused(refusal.Reason);
                Log.Refused(logger, message.Conversation, refusal.Reason);
                await DeliverAsync(refusal.Reply);
            }
            else
            {
                // A follow-up waits for what it follows.
                await turn;
                await DeliverAsync(await responder.RespondAsync(platform, message, cancellationToken));
            }

            async Task DeliverAsync(Reply reply)
            {
                await sign.EndAsync();
                await courier.DeliverAsync(platform, message, reply, first, cancellationToken);
            }
        }
        await inbox.FinishAsync(message.Event, CancellationToken.None);
        metrics.Finished(platform.Name, clock.GetElapsedTime(began));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Taking up a message in {Conversation} that was left unfinished {Tries} times")]
        public static partial void Resumed(ILogger logger, ConversationKey conversation, int tries);

        [LoggerMessage(LogLevel.Information, "Refused in {Conversation}: {Reason}")]
        public static partial void Refused(ILogger logger, ConversationKey conversation, string reason);

        [LoggerMessage(LogLevel.Warning, "{Count} messages are left for the next start")]
        public static partial void HandedOver(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "A message in {Conversation} could not be finished; it is taken up at the next start")]
        public static partial void Failed(ILogger logger, Exception exception, ConversationKey conversation);
    }
}
