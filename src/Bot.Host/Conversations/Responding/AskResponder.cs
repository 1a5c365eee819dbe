using Bot.Host.Conversations.Storage;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations.Responding;

/// <summary>Answers a question, with what was asked before in mind.</summary>
internal sealed partial class AskResponder(
    IAnswerer answerer,
    DraftDisplay drafts,
    IConversationMemory memory,
    IAnswerArchive archive,
    AnswerIds ids,
    IOptions<ConversationsSettings> settings,
    ILogger<AskResponder> logger)
{
    public async Task<Reply> RespondAsync(IChatPlatform platform, IncomingMessage message, string text, CancellationToken cancellationToken)
    {
        Log.QuestionSensitive(logger, text);
        var limit = settings.Value.RememberedQuestions;
        var question = new Question(text)
        {
            Earlier = limit == 0 ? [] : await memory.RecallAsync(message.Conversation, limit, cancellationToken),
        };
        var answer = await drafts.FollowAsync(answerer.UpdatesAsync(question, cancellationToken), platform, message, cancellationToken);
        Log.Answered(logger, message.Conversation, answer is Answer.Grounded(var quotes) ? quotes.Length : 0, answer.Confidence);
        var reply = From(answer, message);
        return await KeepAsync(message, text, answer, cancellationToken) ? reply with { Answer = ids.Of(message.Event) } : reply;
    }

    private static Reply From(Answer answer, IncomingMessage message)
    {
        var language = message.SpokenLanguage();
        var texts = ConsoleTexts.Of(language);
        return Reply.Plain(language, answer.Text) with
        {
            Footer = answer.Note,
            Citations = answer switch
            {
                Answer.Grounded grounded => [.. grounded.Citations.Select(citation => ReplyCitation.Numbered(citation, texts))],
                // The text has announced them.
                Answer.NotFound refused => [.. refused.Nearest.Select(citation => ReplyCitation.Named(citation, "·", texts))],
                _ => [],
            },
        };
    }

    // An answer is worth giving without its buttons.
    private async Task<bool> KeepAsync(IncomingMessage message, string text, Answer answer, CancellationToken cancellationToken)
    {
        try
        {
            var citations = answer is Answer.Grounded grounded ? grounded.Citations : [];
            var saving = archive.SaveAsync(new(ids.Of(message.Event), [.. citations.Select(ArchivedCitation.Of)]), cancellationToken);
            if (settings.Value.RememberedQuestions > 0)
            {
                await memory.RememberAsync(message.Conversation, text, cancellationToken);
            }
            await saving;
            return true;
        }
        catch (StorageException)
        {
            // The database has logged it.
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Answered in {Conversation} with {Citations} citations, confidence {Confidence:0.00}")]
        public static partial void Answered(ILogger logger, ConversationKey conversation, int citations, double confidence);

        [LoggerMessage(LogLevel.Trace, "Question text: {Text}")]
        public static partial void QuestionSensitive(ILogger logger, string text);
    }
}
