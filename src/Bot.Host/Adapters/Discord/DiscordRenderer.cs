using System.Collections.Immutable;
using System.Text;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;
using Bot.Discord.Rest;
using Bot.Host.Conversations;
using Bot.Host.Texts;

namespace Bot.Host.Adapters.Discord;

/// <summary>
/// Lays a reply out as one Discord message, so that it is there whole or not at all. What doesn't fit goes along as a file.
/// </summary>
internal static class DiscordRenderer
{
    // https://docs.discord.com/developers/resources/message: counted in UTF-16, the strictest way.
    internal const int MostContent = 2000;
    internal const int MostEmbeds = 10;
    internal const int MostInEmbeds = 6000;
    internal const int MostTitle = 256;
    internal const int MostDescription = 1000;
    private const int MostUrl = 2048;
    private const int MostButtons = 5;
    private const int MostPassageButtons = 10;

    private const string FileName = "answer.txt";

    public static DiscordLayout Render(Reply reply)
    {
        var texts = ConversationTexts.Of(reply.Language);
        var below = reply.Footer is { } footer ? $"\n{DiscordMarkdown.Escape(footer)}" : "";
        var note = $"\n{DiscordMarkdown.Escape(texts.RestInFile)}";
        var pieces = TextCutter.Cut(reply.Text, piece => DiscordMarkdown.Escape(piece).Length + below.Length + note.Length <= MostContent);
        var shown = pieces.Count == 0 ? "" : pieces[0];
        var embeds = Embeds(reply, shown, out var allShown);
        var needsFile = pieces.Count > 1 || !allShown;
        return new(
            DiscordMarkdown.Escape(shown) + (needsFile ? note : "") + below,
            embeds,
            Components(reply, texts),
            needsFile ? new FileUpload(FileName, Encoding.UTF8.GetBytes(Whole(reply)), "text/plain; charset=utf-8") : null);
    }

    private static ImmutableArray<Embed> Embeds(Reply reply, string shown, out bool allShown)
    {
        var embeds = ImmutableArray.CreateBuilder<Embed>();
        var used = 0;
        allShown = true;
        foreach (var citation in reply.Citations)
        {
            var embed = Embed(citation, withQuote: !shown.Contains(citation.Quote, StringComparison.Ordinal), out var whole);
            var length = embed.Title!.Length + embed.Description!.Length;
            if (embeds.Count == MostEmbeds || used + length > MostInEmbeds)
            {
                allShown = false;
                break;
            }
            allShown &= whole;
            used += length;
            embeds.Add(embed);
        }
        return embeds.DrainToImmutable();
    }

    private static Embed Embed(ReplyCitation citation, bool withQuote, out bool whole)
    {
        var title = Shorten($"{citation.Label} {citation.Title}".Trim(), MostTitle, out _);
        whole = true;
        var place = Shorten(citation.Place, MostTitle, out _);
        var quote = withQuote ? Shorten(citation.Quote, MostDescription, out whole) : "";
        return new Embed
        {
            Title = title,
            Description = quote.Length == 0 ? place : $"{quote}\n{place}",
            Url = citation.Link is { AbsoluteUri: { Length: <= MostUrl } link } ? link : null,
        };
    }

    private static string Shorten(string text, int limit, out bool whole)
    {
        var pieces = TextCutter.Cut(text, piece => DiscordMarkdown.Escape(piece).Length < limit);
        whole = pieces.Count <= 1;
        return pieces.Count == 0 ? "" : DiscordMarkdown.Escape(pieces[0]) + (whole ? "" : "…");
    }

    private static ImmutableArray<Component> Components(Reply reply, ConversationTexts texts)
    {
        if (reply.Answer is not { } answer)
        {
            return [];
        }
        var passages = reply.Citations
            .Select(citation => citation.Number)
            .OfType<int>()
            .Take(MostPassageButtons)
            .Select(number => Component.Button(DiscordCustomId.ShowPassage(answer, number), texts.ShowPassage(number)));
        Component[] opinions =
        [
            Component.Button(DiscordCustomId.Rate(answer, helpful: true), texts.Helpful, ButtonStyle.Success),
            Component.Button(DiscordCustomId.Rate(answer, helpful: false), texts.NotHelpful, ButtonStyle.Danger),
        ];
        return [.. passages.Chunk(MostButtons).Append(opinions).Select(row => Component.Row(row))];
    }

    private static string Whole(Reply reply)
    {
        var whole = new StringBuilder(reply.Text);
        foreach (var citation in reply.Citations)
        {
            whole.Append($"\n\n{citation.Label} {citation.Title}\n{citation.Place}");
            whole.Append(citation.Link is { } link ? $" · {link.AbsoluteUri}" : "");
            whole.Append($"\n{citation.Quote}");
        }
        return whole.Append('\n').ToString();
    }
}
