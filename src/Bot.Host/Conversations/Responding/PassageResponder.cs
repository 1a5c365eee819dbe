using Bot.Host.Conversations.Storage;
using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Host.Conversations.Responding;

/// <summary>What the buttons under an answer do.</summary>
internal sealed class PassageResponder(IAnswerArchive archive, LiveIndex index)
{
    /// <summary>The whole passage behind a citation, as the documents have it now.</summary>
    public async Task<Reply> RespondAsync(TextLanguage language, Request.ShowPassage shown, CancellationToken cancellationToken)
    {
        var texts = ConversationTexts.Of(language);
        var answer = await archive.FindAsync(new AnswerId(shown.Answer), cancellationToken);
        if (answer?.Citations.FirstOrDefault(citation => citation.Number == shown.Number) is not { } cited)
        {
            return Reply.Plain(language, texts.AnswerForgotten);
        }
        var words = ConsoleTexts.Of(language);
        if (index.Current.Find(new PassageId(cited.Passage)) is not { } passage)
        {
            var place = $"{cited.Document} · {words.Lines(cited.StartLine, cited.EndLine)}";
            return Reply.Plain(language, texts.PassageChanged) with
            {
                Citations = [new ReplyCitation($"[{cited.Number}]", null, cited.Title, place, cited.Quote, Link: null)],
            };
        }
        var heading = string.Join(" › ", passage.HeadingPath);
        return Reply.Plain(language, heading.Length == 0 ? passage.Text : $"{heading}\n\n{passage.Text}") with
        {
            Citations = [ReplyCitation.Named(new Citation(shown.Number, passage, passage.Span, passage.Text), $"[{cited.Number}]", words)],
        };
    }

    public Task RateAsync(Request.Rate rated, string author, CancellationToken cancellationToken) =>
        archive.RateAsync(new AnswerId(rated.Answer), author, rated.Helpful, cancellationToken);
}
