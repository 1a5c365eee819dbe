using Bot.Host.Conversations;
using Bot.Host.Texts;
using Bot.Retrieval.Text;
using Bot.Slack.Blocks;
using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>Modals: the passage behind a citation, and the clause picker. A trigger opens one, once, within three seconds.</summary>
internal sealed class SlackModals(IViews views, SlackResponses responses)
{
    /// <summary>Opens the modal before its words are there.</summary>
    public async Task ShowWorkingAsync(IncomingMessage message, SlackAddress address, SlackLiveReply live)
    {
        if (live.View is null && address.Trigger is { } trigger)
        {
            var working = SlackTexts.Of(message.SpokenLanguage()).Working;
            live.View = await views.OpenAsync(trigger, View.Modal(Title(message), [.. SlackRenderer.Text(working)], close: null), CancellationToken.None);
        }
    }

    public async Task<Delivery> ReplyAsync(
        IncomingMessage message, SlackAddress address, Reply reply, DeliveryTry attempt, SlackLiveReply live, CancellationToken cancellationToken)
    {
        var view = View.Modal(Title(message), [.. SlackRenderer.Render(reply).SelectMany(page => page.Blocks).Take(BlockLimits.ViewBlocks)], close: null);
        try
        {
            if (live.View is { } opened)
            {
                await views.UpdateAsync(opened, view, cancellationToken);
            }
            else
            {
                live.View = await views.OpenAsync(address.Trigger ?? "", view, cancellationToken);
            }
            return new Delivery.Done();
        }
        catch (SlackApiException ex) when (SlackTroubles.IsUsedUp(ex))
        {
            // It took too long for a modal; the person still gets to see it.
            return await responses.ReplyAsync(message, address, reply, attempt, live, cancellationToken);
        }
    }

    /// <summary>Lets a person look for a clause.</summary>
    /// <param name="origin">Where the clause is to be shown.</param>
    public Task OpenPickerAsync(SlackAddress origin, TextLanguage language, CancellationToken cancellationToken)
    {
        var texts = SlackTexts.Of(language);
        var picker = new ExternalSelectElement(SlackActionIds.ClausePicker, TextObject.Plain(texts.ClausePlaceholder), MinQueryLength: 0, FocusOnLoad: true);
        var view = View.Modal(
            texts.PickClause, [new InputBlock(TextObject.Plain(texts.ClauseLabel), picker, BlockId: SlackActionIds.ClauseBlock)],
            close: null, texts.Show, SlackActionIds.ClauseView, (origin with { Trigger = null }).Write());
        return views.OpenAsync(origin.Trigger ?? "", view, cancellationToken);
    }

    private static string Title(IncomingMessage message)
    {
        var number = message.Request is Request.ShowPassage passage ? passage.Number : 0;
        return TextCut.ToCharacters(ConversationTexts.Of(message.SpokenLanguage()).ShowPassage(number), BlockLimits.ViewTitle);
    }
}
