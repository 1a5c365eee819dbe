using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>
/// Answers in a language model's words where each of its sentences holds against the passages, and with the documents' own
/// sentences where it doesn't or the model fails. What can't be answered without a model isn't put to one.
/// </summary>
internal sealed partial class GeneratingAnswerer(
    LiveIndex live,
    ExtractiveAnswerer extractive,
    QuestionCondenser condenser,
    QuestionAnalyzer analyzer,
    QuestionTranslator translator,
    LexiconSource lexicon,
    IChatClient client,
    IOptions<AnswerModelOptions> options,
    AnswerMetrics metrics,
    TimeProvider clock,
    ILogger<GeneratingAnswerer> logger) : IStreamingAnswerer
{
    private readonly Lazy<NameMatcher> _matcher = new(() => new NameMatcher(lexicon.Lexicon));

    public Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken) => AnswerAsync(question, draft: null, cancellationToken);

    public async IAsyncEnumerable<AnswerUpdate> StreamAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var updates = Channel.CreateUnbounded<AnswerUpdate>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var answering = FinishAsync();
        await foreach (var update in updates.Reader.ReadAllAsync(cancellationToken))
        {
            yield return update;
        }
        yield return new AnswerUpdate.Final(await answering);

        async Task<Answer> FinishAsync()
        {
            try
            {
                return await AnswerAsync(question, text => updates.Writer.TryWrite(new AnswerUpdate.Draft(text)), cancellationToken);
            }
            finally
            {
                updates.Writer.TryComplete();
            }
        }
    }

    /// <summary>The answer to what was retrieved, for who has retrieved already.</summary>
    internal async Task<Answer> AnswerFromAsync(RetrievalResult retrieval, Action<string>? draft, CancellationToken cancellationToken)
    {
        if (extractive.AnswerFrom(retrieval) is not Answer.Grounded quoted)
        {
            return extractive.AnswerFrom(retrieval);
        }
        using var call = new ModelCall(client, options.Value, clock, cancellationToken);
        return await GenerateAsync(retrieval, quoted, call, draft);
    }

    private async Task<Answer> AnswerAsync(Question question, Action<string>? draft, CancellationToken cancellationToken)
    {
        var snapshot = live.Current;
        var standalone = await condenser.StandaloneAsync(question, cancellationToken);
        var retrieval = await extractive.RetrieveAsync(question, standalone, snapshot, cancellationToken);
        return await AnswerFromAsync(retrieval, draft, cancellationToken);
    }

    private async Task<Answer> GenerateAsync(RetrievalResult retrieval, Answer.Grounded quoted, ModelCall call, Action<string>? draft)
    {
        var started = clock.GetTimestamp();
        ImmutableArray<OfferedPassage> offered = [.. retrieval.Passages.Take(options.Value.Passages).Select((found, i) => new OfferedPassage(i + 1, found))];
        var prompt = AnswerPrompt.Of(retrieval.Question, offered, options.Value.MaximumPassageLength);
        var names = new NameCheck(lexicon.Lexicon, _matcher.Value, retrieval.Snapshot.Glossary);
        var checker = new GeneratedTextChecker(analyzer, translator, names, retrieval.Snapshot, offered, new PromptLeak(prompt.System));
        var generation = new Generation(call, prompt, checker, draft);
        ModelException? failure = null;
        IReadOnlyList<CheckedSentence> sentences = [];
        try
        {
            sentences = await generation.RunAsync();
        }
        catch (ModelException ex)
        {
            failure = ex;
        }
        metrics.Generated(clock.GetElapsedTime(started), call.InputTokens, call.OutputTokens);
        var report = Report(generation, call);
        if (failure is null && sentences.Count > 0)
        {
            var (text, citations) = GeneratedAnswer.Of(sentences);
            return new Answer.Grounded(citations) { Text = text, Confidence = quoted.Confidence, Snapshot = quoted.Snapshot, Generation = report };
        }
        // A document that talks to the model may have told it to refuse.
        if (failure is null && generation.IsRefusal && !offered.Any(passage => passage.TalksToModels))
        {
            return ExtractiveAnswerer.NotConfident(retrieval, quoted.Confidence, quoted.Citations) with { Generation = report };
        }
        failure ??= new ModelException(ModelFailure.Unsupported, "the passages bear out nothing that the model wrote");
        return FallBack(quoted, failure, report, retrieval);
    }

    private GenerationReport Report(Generation generation, ModelCall call)
    {
        foreach (var verdict in generation.Verdicts)
        {
            metrics.Checked(verdict);
        }
        return new()
        {
            Model = client.GetService<ChatClientMetadata>()?.DefaultModelId,
            Prompt = PromptFile.Answer.Name,
            Verdicts = generation.Verdicts,
            InputTokens = call.InputTokens,
            OutputTokens = call.OutputTokens,
        };
    }

    private Answer.Grounded FallBack(Answer.Grounded quoted, ModelException failure, GenerationReport report, RetrievalResult retrieval)
    {
        metrics.FellBack(failure.Failure);
        Log.FellBack(logger, failure.Failure, failure.Message);
        return quoted with { Note = FallbackNotes.Of(retrieval.Question.Language, failure.Failure), Generation = report with { Failure = failure.Failure } };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The language model gave no answer ({Failure}: {Reason}); the documents were quoted instead")]
        public static partial void FellBack(ILogger logger, ModelFailure failure, string reason);
    }
}
