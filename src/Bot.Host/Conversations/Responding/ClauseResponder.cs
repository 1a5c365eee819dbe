using Bot.Host.CommandLine;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;

namespace Bot.Host.Conversations.Responding;

/// <summary>Shows a clause.</summary>
internal sealed class ClauseResponder(LiveIndex index)
{
    // A clause that everybody cites would fill the channel.
    private const int MostPlaces = 8;

    public Reply Respond(TextLanguage language, string reference)
    {
        var texts = ConsoleTexts.Of(language);
        var found = ClauseFindings.Of(texts, reference, index.Current.Clauses.Find(reference));
        var left = found.Places.Count - MostPlaces;
        return Reply.Plain(language, string.Join('\n', found.Sentences)) with
        {
            Citations = [.. found.Places.Take(MostPlaces).Select(place => ReplyCitation.Named(place.Match.ToCitation(), place.Name, texts))],
            Footer = left > 0 ? ConversationTexts.Of(language).More(left) : null,
        };
    }
}
