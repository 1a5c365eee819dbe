using Bot.Host.Conversations;
using Bot.Host.Texts;
using Bot.Slack.Blocks;
using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>Replies to commands and presses, which only the person sees, and those that were shared. A response URL takes five messages.</summary>
internal sealed class SlackResponses(IResponses responses, IChat chat, IConversations conversations)
{
    // Each use is dear: one sign, a little progress, and the reply with what doesn't fit into one message.
    private const int MostProgress = 2;

    public async Task ShowWorkingAsync(IncomingMessage message, SlackAddress address, SlackLiveReply live)
    {
        if (address is { Way: SlackReplyWay.Command } && address.Response() is { } url && live.ResponsesSent == 0)
        {
            var working = SlackTexts.Of(message.SpokenLanguage()).Working;
            live.ResponsesSent++;
            // Whoever wants the reply sooner doesn't stop it: half sent, it might come after the reply.
            await responses.SendAsync(url, ResponseMessage.Ephemeral(working, blocks: null), CancellationToken.None);
        }
    }

    public async Task ShowProgressAsync(SlackAddress address, Reply soFar, SlackLiveReply live, CancellationToken cancellationToken)
    {
        if (address.Way == SlackReplyWay.Command && address.Response() is { } url && live.ResponsesSent < MostProgress)
        {
            var page = SlackRenderer.Render(soFar)[0];
            var isFirst = live.ResponsesSent++ == 0;
            await responses.SendAsync(url, ResponseMessage.Ephemeral(page.Text, page.Blocks, replaceOriginal: !isFirst), cancellationToken);
        }
    }

    /// <summary>For the person alone.</summary>
    public async Task<Delivery> ReplyAsync(
        IncomingMessage message, SlackAddress address, Reply reply, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        var share = address.Way == SlackReplyWay.Command && !reply.IsPrivate
            ? SlackActionIds.Share(message.Request, SlackTexts.Of(reply.Language).Share)
            : null;
        var pages = SlackRenderer.Render(reply, share);
        // A press must not replace the message that was pressed on.
        var replaces = address.Way == SlackReplyWay.Command && (live.ResponsesSent > 0 || attempt.MayBeThere);
        foreach (var (number, page) in pages.Take(ResponseUrl.Uses - MostProgress).Index())
        {
            await WhisperAsync(address, page, replaces && number == 0, live, cancellationToken);
        }
        return new Delivery.Done();
    }

    /// <summary>For all, with the question above it; then the private answer goes.</summary>
    public async Task<Delivery> ShareAsync(
        IncomingMessage message, SlackAddress address, Reply reply, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        var pages = SlackRenderer.Render(reply);
        var asked = new ContextBlock([TextObject.Mrkdwn(TextCut.ToCharacters($"{Mrkdwn.User(address.User)}: {Mrkdwn.Literal(Words(message.Request))}", BlockLimits.ContextText))]);
        foreach (var (number, page) in pages.Index())
        {
            IReadOnlyList<Block> blocks = number == 0 && page.Blocks.Count < BlockLimits.MessageBlocks ? [asked, .. page.Blocks] : page.Blocks;
            await ShowAllAsync(address, page with { Blocks = blocks }, $"{attempt.Id}.{number}", attempt, live, cancellationToken);
        }
        if (address.Response() is { } url)
        {
            await responses.SendAsync(url, ResponseMessage.Delete(), cancellationToken);
        }
        return new Delivery.Done();
    }

    private static string Words(Request request) => request switch
    {
        Request.Ask ask => ask.Text,
        Request.Clause clause => clause.Reference,
        _ => "",
    };

    private async Task WhisperAsync(SlackAddress address, SlackPage page, bool replaces, SlackLiveReply live, CancellationToken cancellationToken)
    {
        try
        {
            if (address.Response() is { } url)
            {
                live.ResponsesSent++;
                await responses.SendAsync(url, ResponseMessage.Ephemeral(page.Text, page.Blocks, replaces), cancellationToken);
                return;
            }
        }
        catch (SlackApiException ex) when (SlackTroubles.IsUsedUp(ex))
        {
            // It reaches the person another way.
        }
        await chat.PostEphemeralAsync(address.Channel, address.User, page.Text, page.Blocks, address.Thread, cancellationToken);
    }

    // Where the bot isn't a member of the channel, only the response URL may post.
    private async Task ShowAllAsync(
        SlackAddress address, SlackPage page, string id, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        try
        {
            if (attempt.MayBeThere && await conversations.FindAsync(address.Channel, threadTs: null, id, cancellationToken) is not null)
            {
                return;
            }
            await chat.PostAsync(new OutgoingMessage(address.Channel, page.Text, page.Blocks, ThreadTs: null, id), cancellationToken);
        }
        catch (SlackApiException ex) when (ex.Code is "not_in_channel" or "channel_not_found" && address.Response() is not null)
        {
            live.ResponsesSent++;
            await responses.SendAsync(address.Response()!, ResponseMessage.InChannel(page.Text, page.Blocks), cancellationToken);
        }
    }
}
