using System.Collections.Concurrent;
using Bot.Host.Conversations;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Adapters.Slack;

/// <summary>Says on Slack what the bot says.</summary>
internal sealed partial class SlackPlatform(
    SlackPosts posts, SlackResponses responses, SlackModals modals, SlackTroubles troubles, SlackConnection connection, TimeProvider clock,
    ILogger<SlackPlatform> logger) : IChatPlatform
{
    // A deleted question needs no answer; who deletes one does it soon.
    private const int DeletedRemembered = 10_000;

    // An answer that comes sooner is sign enough, and spares Slack a call.
    private static readonly TimeSpan SignAfter = TimeSpan.FromMilliseconds(100);

    // A reply that is given up for lost isn't told of; what was shown of it is forgotten once no try can come any more.
    private const int MostLive = 1000;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(2);

    private readonly RecentValues<PostedMessage, bool> _deleted = new(DeletedRemembered);
    private readonly ConcurrentDictionary<EventKey, Live> _live = new();

    public string Name => SlackKeys.Platform;

    public PlatformState State => connection.State;

    // Slack shows a status for two minutes.
    public TimeSpan SignLasts => TimeSpan.FromSeconds(90);

    /// <summary>Somebody deleted a message.</summary>
    public void Deleted(PostedMessage message) => _deleted.Set(message, value: true);

    /// <summary>A reader stopped a message that was growing.</summary>
    public void Stopped(PostedMessage message)
    {
        foreach (var live in _live.Values.Where(live => live.Reply.Growing?.Message == message))
        {
            live.Reply.IsStopped = true;
        }
    }

    public async Task ShowWorkingAsync(IncomingMessage message, bool isPrivate, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Read(message.Address);
        await Task.Delay(SignAfter, clock, cancellationToken);
        var live = LiveOf(message);
        switch (address.Way)
        {
            case SlackReplyWay.Post when !isPrivate:
                await posts.ShowWorkingAsync(message, address, live, cancellationToken);
                break;
            case SlackReplyWay.Command:
                await responses.ShowWorkingAsync(message, address, live);
                break;
            case SlackReplyWay.Modal:
                await modals.ShowWorkingAsync(message, address, live);
                break;
        }
    }

    public async Task ShowProgressAsync(IncomingMessage message, Reply soFar, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Read(message.Address);
        var live = LiveOf(message);
        try
        {
            await (address.Way == SlackReplyWay.Post
                ? posts.ShowProgressAsync(message, address, soFar, live, cancellationToken)
                : responses.ShowProgressAsync(address, soFar, live, cancellationToken));
        }
        catch (SlackApiException ex)
        {
            // The reply itself is what counts.
            Log.NoProgress(logger, ex.Message);
        }
    }

    public async Task<Delivery> ReplyAsync(IncomingMessage message, Reply reply, DeliveryTry attempt, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Read(message.Address);
        var live = LiveOf(message);
        var delivery = await TryAsync(message, address, reply, attempt, live, cancellationToken);
        if (delivery is not Delivery.Later)
        {
            _live.TryRemove(message.Event, out _);
            ForgetLost();
        }
        return delivery;
    }

    /// <summary>Ends whatever still grows, when the bot stops.</summary>
    public Task StopAsync() => Task.WhenAll(_live.Values.Select(live => posts.StopAsync(live.Message, live.Reply)));

    private SlackLiveReply LiveOf(IncomingMessage message) =>
        _live.GetOrAdd(message.Event, static (_, given) => new Live(given.message, new SlackLiveReply(), given.now), (message, now: clock.GetTimestamp())).Reply;

    private void ForgetLost()
    {
        if (_live.Count > MostLive)
        {
            foreach (var lost in _live.Where(live => clock.GetElapsedTime(live.Value.Since) > LongestLife))
            {
                _live.TryRemove(lost);
            }
        }
    }

    private async Task<Delivery> TryAsync(
        IncomingMessage message, SlackAddress address, Reply reply, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        if (address.Message is { } question && _deleted.TryGet(new PostedMessage(address.Channel, question), out _))
        {
            await posts.StopAsync(message, live);
            return new Delivery.Impossible("the question was deleted");
        }
        try
        {
            return address.Way switch
            {
                SlackReplyWay.Post => await posts.ReplyAsync(message, address, reply, attempt, live, cancellationToken),
                SlackReplyWay.Command or SlackReplyWay.Press => await responses.ReplyAsync(message, address, reply, attempt, live, cancellationToken),
                SlackReplyWay.Share => await responses.ShareAsync(message, address, reply, attempt, live, cancellationToken),
                SlackReplyWay.Modal => await modals.ReplyAsync(message, address, reply, attempt, live, cancellationToken),
                _ => new Delivery.Done(),
            };
        }
        catch (SlackApiException ex)
        {
            return troubles.Judge(ex, address.Channel);
        }
    }

    private sealed record Live(IncomingMessage Message, SlackLiveReply Reply, long Since);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Progress was not shown: {Reason}")]
        public static partial void NoProgress(ILogger logger, string reason);
    }
}
