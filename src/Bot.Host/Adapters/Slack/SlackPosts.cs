using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Bot.Slack.Blocks;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Slack;

/// <summary>Replies that are messages: signs of work, messages that grow, and the reply itself, once.</summary>
internal sealed partial class SlackPosts(
    IChat chat, IConversations conversations, IAssistant assistant, IStreams streams, SlackThreads threads, SlackAnswers answers, AnswerIds ids,
    IOptions<SlackSettings> settings, TimeProvider clock, ILogger<SlackPosts> logger)
{
    // An edit shows all of it, so it needn't come oftener.
    private static readonly TimeSpan EditEvery = TimeSpan.FromSeconds(1.5);

    private volatile bool _hasNoStatus;
    private volatile bool _hasNoStreams;

    /// <summary>Slack's own status where there is one, else a message that becomes the reply.</summary>
    public async Task ShowWorkingAsync(IncomingMessage message, SlackAddress address, SlackLiveReply live, CancellationToken cancellationToken)
    {
        if (live.Message is not null || live.Growing is not null)
        {
            return;
        }
        var texts = SlackTexts.Of(message.SpokenLanguage());
        if (address.Thread is null || !await ShowStatusAsync(address.Channel, address.Thread, texts.Status, cancellationToken))
        {
            await EditOrPostAsync(message, address, live, new SlackPage(texts.Working, [.. SlackRenderer.Text(texts.Working)]), cancellationToken);
        }
    }

    /// <summary>Shows what there is so far: a message that grows, or one that is edited.</summary>
    public async Task ShowProgressAsync(IncomingMessage message, SlackAddress address, Reply soFar, SlackLiveReply live, CancellationToken cancellationToken)
    {
        if (live.IsStopped)
        {
            return;
        }
        if (live.Growing is not null || (live.Message is null && await StartAsync(address, live, cancellationToken)))
        {
            await GrowAsync(soFar, live, cancellationToken);
        }
        else if (live.ShownAt is not { } shown || clock.GetElapsedTime(shown) >= EditEvery)
        {
            await EditOrPostAsync(message, address, live, SlackRenderer.Render(soFar)[0], cancellationToken);
        }
    }

    public async Task<Delivery> ReplyAsync(
        IncomingMessage message, SlackAddress address, Reply reply, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        if (live.IsStopped)
        {
            await StopAsync(message, live);
            return new Delivery.Done();
        }
        if (reply.IsPrivate && !address.IsDirect)
        {
            return await WhisperAsync(address, reply, live, cancellationToken);
        }
        if (!address.IsDirect && address.Thread is not null)
        {
            // Before the reply is there: whoever reads it may go on at once.
            await threads.JoinAsync(message.Conversation, cancellationToken);
        }
        if (live.Growing is { } growing && await FinishAsync(growing, reply, attempt, live, cancellationToken))
        {
            live.Message = growing.Message;
        }
        else
        {
            await PostAsync(address, SlackRenderer.Render(reply), attempt, live, cancellationToken);
        }
        if (reply.Answer is { } answer && live.Message is { } posted)
        {
            answers.Posted(posted, answer);
        }
        return new Delivery.Done();
    }

    /// <summary>Ends a message that still grows, so that the next process finds it and no reader waits for it.</summary>
    public async Task StopAsync(IncomingMessage message, SlackLiveReply live)
    {
        if (live.Growing is { } growing)
        {
            try
            {
                await growing.StopAsync([], ids.Of(message.Event).Value, CancellationToken.None);
            }
            catch (SlackApiException ex)
            {
                Log.NotStopped(logger, ex.Message);
            }
            await growing.DisposeAsync();
            live.Growing = null;
        }
    }

    private async Task<bool> ShowStatusAsync(string channel, string thread, string status, CancellationToken cancellationToken)
    {
        if (_hasNoStatus)
        {
            return false;
        }
        try
        {
            await assistant.SetStatusAsync(channel, thread, status, cancellationToken);
            return true;
        }
        catch (SlackApiException ex) when (ex.Kind == SlackErrorKind.Attempt)
        {
            // What is wrong with this channel is no news of others.
            _hasNoStatus = ex.Code is "not_agent_app" or "missing_scope" or "unknown_method" or "not_allowed_token_type" or "method_deprecated";
            return false;
        }
    }

    private async Task<bool> StartAsync(SlackAddress address, SlackLiveReply live, CancellationToken cancellationToken)
    {
        if (_hasNoStreams || address.Thread is null || settings.Value.Streaming.Equals(SlackSettings.Off, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        try
        {
            var recipient = address.IsDirect || address.Team is not { } team ? null : new StreamRecipient(address.User, team);
            live.Growing = await streams.StartAsync(address.Channel, address.Thread, recipient, cancellationToken);
            return true;
        }
        catch (SlackApiException ex) when (ex.Kind == SlackErrorKind.Attempt)
        {
            _hasNoStreams = ex.Code is not ("channel_not_found" or "not_in_channel" or "is_archived" or "thread_not_found" or "channel_type_not_supported");
            Log.NoStream(logger, ex.Message);
            return false;
        }
    }

    private static async Task GrowAsync(Reply soFar, SlackLiveReply live, CancellationToken cancellationToken)
    {
        var text = SlackMarkdown.Escape(soFar.Text);
        // What was taken back is edited away at the end: a message that grows can only grow.
        if (!text.StartsWith(live.Grown, StringComparison.Ordinal))
        {
            return;
        }
        try
        {
            await live.Growing!.AppendAsync(text[live.Grown.Length..], cancellationToken);
            live.Grown = text;
        }
        catch (SlackApiException ex) when (ex.Code == "stopped_by_user")
        {
            live.IsStopped = true;
        }
    }

    /// <returns>False where the message has to be edited as a whole.</returns>
    private async Task<bool> FinishAsync(IGrowingMessage growing, Reply reply, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        var text = SlackMarkdown.Escape(reply.Text);
        var below = SlackRenderer.RenderBelow(reply);
        var isWhole = text.StartsWith(live.Grown, StringComparison.Ordinal) && below.Count <= 1;
        try
        {
            if (isWhole)
            {
                await growing.AppendAsync(text[live.Grown.Length..], cancellationToken);
            }
            await growing.StopAsync(isWhole && below.Count == 1 ? below[0].Blocks : [], attempt.Id.Value, cancellationToken);
        }
        catch (SlackApiException ex) when (ex.Code == "stopped_by_user")
        {
            return true;
        }
        catch (SlackApiException ex)
        {
            // The whole is put in its place, which does no harm where it is whole already.
            Log.NotStopped(logger, ex.Message);
            isWhole = false;
        }
        await growing.DisposeAsync();
        (live.Growing, live.Message) = (null, growing.Message);
        return isWhole;
    }

    private async Task EditOrPostAsync(IncomingMessage message, SlackAddress address, SlackLiveReply live, SlackPage page, CancellationToken cancellationToken)
    {
        var id = ids.Of(message.Event).Value;
        if (live.Message is { } shown)
        {
            await chat.UpdateAsync(shown, page.Text, page.Blocks, id, cancellationToken);
        }
        else
        {
            live.MayBeThere = true;
            live.Message = await chat.PostAsync(new OutgoingMessage(address.Channel, page.Text, page.Blocks, address.Thread, id), cancellationToken);
        }
        live.ShownAt = clock.GetTimestamp();
    }

    private async Task PostAsync(SlackAddress address, IReadOnlyList<SlackPage> pages, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        var mayBeThere = attempt.MayBeThere || live.MayBeThere;
        foreach (var (number, page) in pages.Index())
        {
            var id = number == 0 ? attempt.Id.Value : $"{attempt.Id}.{number}";
            var shown = number == 0 ? live.Message : null;
            if (shown is null && mayBeThere)
            {
                shown = await conversations.FindAsync(address.Channel, address.Thread, id, cancellationToken);
            }
            if (shown is null)
            {
                live.MayBeThere = true;
                shown = await chat.PostAsync(new OutgoingMessage(address.Channel, page.Text, page.Blocks, address.Thread, id), cancellationToken);
            }
            else
            {
                await chat.UpdateAsync(shown, page.Text, page.Blocks, id, cancellationToken);
            }
            live.Message = number == 0 ? shown : live.Message;
        }
    }

    private async Task<Delivery> WhisperAsync(SlackAddress address, Reply reply, SlackLiveReply live, CancellationToken cancellationToken)
    {
        if (live.Message is { } shown)
        {
            await chat.DeleteAsync(shown, cancellationToken);
            live.Message = null;
        }
        foreach (var page in SlackRenderer.Render(reply))
        {
            await chat.PostEphemeralAsync(address.Channel, address.User, page.Text, page.Blocks, address.Thread, cancellationToken);
        }
        return new Delivery.Done();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A message couldn't grow and is edited instead: {Reason}")]
        public static partial void NoStream(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "A growing message couldn't be ended in good order: {Reason}")]
        public static partial void NotStopped(ILogger logger, string reason);
    }
}
