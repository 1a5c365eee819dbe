using Bot.Host.Conversations;
using Bot.Host.Texts;
using Bot.Slack.Blocks;

namespace Bot.Host.Adapters.Slack;

/// <summary>Lays a reply out for Slack. What doesn't fit into one message goes on in another, between sentences.</summary>
internal static class SlackRenderer
{
    private const int MostPassageButtons = 10;

    /// <param name="reply">The reply.</param>
    /// <param name="share">The button that shows the reply to all, or null.</param>
    public static IReadOnlyList<SlackPage> Render(Reply reply, ButtonElement? share = null) =>
        Pages([.. Text(reply.Text), .. Below(reply, share)], Notification(reply));

    /// <summary>What stands under a text that is shown already.</summary>
    public static IReadOnlyList<SlackPage> RenderBelow(Reply reply) => Pages([.. Below(reply, share: null)], Notification(reply));

    /// <summary>Sections of a text, escaped and cut to Slack's limit.</summary>
    public static IEnumerable<SectionBlock> Text(string text) =>
        TextCutter.Cut(text, piece => Mrkdwn.Literal(piece).Length <= BlockLimits.SectionText)
            .Select(piece => new SectionBlock(TextObject.Mrkdwn(Mrkdwn.Literal(piece))));

    private static IEnumerable<Block> Below(Reply reply, ButtonElement? share)
    {
        foreach (var citation in reply.Citations)
        {
            foreach (var block in Citation(citation, withQuote: !reply.Text.Contains(citation.Quote, StringComparison.Ordinal)))
            {
                yield return block;
            }
        }
        if (reply.Footer is { } footer)
        {
            yield return new ContextBlock([TextObject.Mrkdwn(TextCut.ToCharacters(Mrkdwn.Literal(footer), BlockLimits.ContextText))]);
        }
        if (Buttons(reply, share) is { Count: > 0 } buttons)
        {
            yield return new ActionsBlock(buttons);
        }
    }

    // The head and the place stand with the first piece of the quote.
    private static IEnumerable<Block> Citation(ReplyCitation citation, bool withQuote)
    {
        var title = citation.Link is { } link ? Mrkdwn.Link(link, citation.Title) : Mrkdwn.Literal(citation.Title);
        var head = $"{Mrkdwn.Literal(citation.Label)} {title}".Trim();
        head = $"{TextCut.ToCharacters(head, BlockLimits.ContextText)}\n{TextCut.ToCharacters(Mrkdwn.Literal(citation.Place), BlockLimits.ContextText / 4)}";
        var room = BlockLimits.SectionText - head.Length - 1;
        var pieces = withQuote ? TextCutter.Cut(citation.Quote, piece => Mrkdwn.Quote(Mrkdwn.Literal(piece)).Length <= room) : [];
        yield return new SectionBlock(TextObject.Mrkdwn(pieces.Count == 0 ? head : $"{head}\n{Mrkdwn.Quote(Mrkdwn.Literal(pieces[0]))}"));
        foreach (var piece in pieces.Skip(1))
        {
            yield return new SectionBlock(TextObject.Mrkdwn(Mrkdwn.Quote(Mrkdwn.Literal(piece))));
        }
    }

    private static List<BlockElement> Buttons(Reply reply, ButtonElement? share)
    {
        var buttons = new List<BlockElement>();
        if (reply.Answer is { } answer)
        {
            var texts = ConversationTexts.Of(reply.Language);
            buttons.AddRange(reply.Citations
                .Select(citation => citation.Number)
                .OfType<int>()
                .Take(MostPassageButtons)
                .Select(number => SlackActionIds.ShowPassage(answer, number, texts.ShowPassage(number))));
            buttons.Add(SlackActionIds.Rate(answer, helpful: true, texts.Helpful));
            buttons.Add(SlackActionIds.Rate(answer, helpful: false, texts.NotHelpful));
        }
        if (share is not null)
        {
            buttons.Add(share);
        }
        return buttons;
    }

    private static List<SlackPage> Pages(IReadOnlyList<Block> blocks, string notification)
    {
        var pages = new List<SlackPage>();
        var page = new List<Block>();
        var length = 0;
        foreach (var block in blocks)
        {
            var more = TextLength(block);
            if (page.Count == BlockLimits.MessageBlocks || (page.Count > 0 && length + more > BlockLimits.MessageBlocksText))
            {
                pages.Add(new SlackPage(notification, page));
                (page, length) = ([], 0);
            }
            page.Add(block);
            length += more;
        }
        if (page.Count > 0)
        {
            pages.Add(new SlackPage(notification, page));
        }
        return pages;
    }

    private static int TextLength(Block block) => block switch
    {
        SectionBlock section => section.Text.Text.Length,
        ContextBlock context => context.Elements.Sum(element => element.Text.Length),
        ActionsBlock actions => actions.Elements.OfType<ButtonElement>().Sum(button => button.Text.Text.Length),
        _ => 0,
    };

    private static string Notification(Reply reply) => TextCut.ToBytes(Mrkdwn.Escape(reply.Text), BlockLimits.MessageTextBytes);
}
