using System.Collections.Immutable;
using System.Text;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>
/// Makes a follow-up a question of its own by a model. The model may only move words that somebody in the conversation
/// wrote; where it does anything else, or fails, <see cref="FollowUps"/> does it without one.
/// </summary>
internal sealed partial class QuestionCondenser(
    IChatClient client, FollowUps followUps, QuestionAnalyzer analyzer, IOptions<AnswerModelOptions> options, TimeProvider clock, ILogger<QuestionCondenser> logger)
{
    private const int LongestQuestion = 400;
    private const int LongestTurn = 1000;

    public async Task<Question> StandaloneAsync(Question question, CancellationToken cancellationToken)
    {
        var plain = followUps.Standalone(question);
        if (!followUps.IsFollowUp(question))
        {
            return plain;
        }
        var written = new StringBuilder();
        try
        {
            using var call = new ModelCall(client, options.Value, clock, cancellationToken);
            await call.StreamAsync(Messages(question), text => written.Append(text));
        }
        catch (ModelException ex)
        {
            Log.NotCondensed(logger, ex.Failure, ex.Message);
            return plain;
        }
        var condensed = AnswerPrompt.Line(written.ToString(), LongestQuestion + 1);
        return IsFaithful(question, condensed) ? plain.WithText(condensed) : plain;
    }

    internal static ImmutableArray<ChatMessage> Messages(Question question)
    {
        var texts = question.Earlier.TakeLast(FollowUps.TurnsRead).Append(question.Text).Select(text => AnswerPrompt.Line(text, LongestTurn)).ToList();
        var mark = AnswerPrompt.MarkOf(texts);
        var user = new StringBuilder();
        for (var i = 0; i < texts.Count; i++)
        {
            user.Append(mark).Append(i == texts.Count - 1 ? " last question\n" : " question\n").Append(texts[i]).Append('\n');
        }
        user.Append(mark).Append(" end\n");
        return
        [
            new(ChatRole.System, PromptFile.Condense.Render(new Dictionary<string, string>(StringComparer.Ordinal) { ["mark"] = mark })),
            new(ChatRole.User, user.ToString()),
        ];
    }

    // All that was asked is still asked, and nothing is asked that nobody wrote.
    private bool IsFaithful(Question question, string condensed)
    {
        if (condensed.Length is 0 or > LongestQuestion || InstructionScan.IsInstruction(condensed) != InstructionScan.IsInstruction(question.Text))
        {
            return false;
        }
        var asked = TermsOf(question.Text);
        var now = TermsOf(condensed);
        var written = question.Earlier.TakeLast(FollowUps.TurnsRead).SelectMany(TermsOf).Concat(asked).ToHashSet(StringComparer.Ordinal);
        return asked.IsSubsetOf(now) && now.IsSubsetOf(written);
    }

    // Characters and words, not pairs: where words are joined anew, pairs are new.
    private HashSet<string> TermsOf(string text) =>
        [.. analyzer.Analyze(OutgoingText.WithoutInvisible(text)).Where(term => term.Kind is not TermKind.HanBigram && term.Certainty >= 0.3).Select(term => term.Text)];

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The language model didn't condense a follow-up ({Failure}: {Reason}); its terms were carried over instead")]
        public static partial void NotCondensed(ILogger logger, ModelFailure failure, string reason);
    }
}
