using Bot.Host.CommandLine;
using Bot.Host.Conversations;
using Bot.Host.Texts;
using Bot.Slack.Blocks;

namespace Bot.Host.Adapters.Slack;

/// <summary>Lays a reply out for Slack. What doesn't fit into one message goes on in another, between sentences.</summary>
internal static class SlackRenderer
{
    private const int MostPassageButtons = 10;

    // Of a citation's 3000 characters most are for its quote.
    private const int MostTitle = 250;
    private const int MostPlace = 250;
    private const int MostLink = 1500;

    /// <param name="reply">The reply.</param>
    /// <param name="share">The button that shows the reply to all, or null.</param>
    public static IReadOnlyList<SlackPage> Render(Reply reply, ButtonElement? share = null) =>
        Pages([.. Text(reply.Text), .. Below(reply, share)], Notification(reply));

    /// <summary>What stands under a text that is shown already.</summary>
    public static IReadOnlyList<SlackPage> RenderBelow(Reply reply) => Pages([.. Below(reply, share: null)], Notification(reply));

    /// <summary>Sections of a text, escaped and cut to Slack's limit.</summary>
    public static IEnumerable<SectionBlock> Text(string text) =>
        TextCutter.Cut(text, piece => Escape(piece).Length <= BlockLimits.SectionText)
            .Select(piece => new SectionBlock(TextObject.Mrkdwn(Escape(piece))));

    // Control characters and the like would be as good as lost, or turn the reading direction.
    private static string Escape(string text) => Mrkdwn.Literal(SafeText.ForTerminal(text));

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
            yield return new ContextBlock([TextObject.Mrkdwn(TextCut.ToCharacters(Escape(footer), BlockLimits.ContextText))]);
        }
        if (Buttons(reply, share) is { Count: > 0 } buttons)
        {
            yield return new ActionsBlock(buttons);
        }
    }

    // The head and the place stand with the first piece of the quote.
    private static IEnumerable<Block> Citation(ReplyCitation citation, bool withQuote)
    {
        var head = $"{Escape(citation.Label)} {Title(citation)}\n{TextCut.ToCharacters(Escape(citation.Place), MostPlace)}".Trim();
        var room = BlockLimits.SectionText - head.Length - 1;
        var pieces = withQuote ? TextCutter.Cut(citation.Quote, piece => Mrkdwn.Quote(Escape(piece)).Length <= room) : [];
        yield return new SectionBlock(TextObject.Mrkdwn(pieces.Count == 0 ? head : $"{head}\n{Mrkdwn.Quote(Escape(pieces[0]))}"));
        foreach (var piece in pieces.Skip(1))
        {
            yield return new SectionBlock(TextObject.Mrkdwn(Mrkdwn.Quote(Escape(piece))));
        }
    }

    private static string Title(ReplyCitation citation)
    {
        var title = TextCutter.Cut(SafeText.OneLine(citation.Title), piece => piece.Length <= MostTitle).FirstOrDefault() ?? "";
        var link = citation.Link is { } address ? Mrkdwn.Link(address, title) : "";
        return link.Length is > 0 and <= MostLink ? link : Mrkdwn.Literal(title);
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

    private static string Notification(Reply reply) => TextCut.ToBytes(Mrkdwn.Escape(SafeText.ForTerminal(reply.Text)), BlockLimits.MessageTextBytes);
}
