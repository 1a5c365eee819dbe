using System.Diagnostics.Metrics;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Tests.Answering.Generated;

public sealed class GeneratingAnswererTests
{
    private const string Question = "客户资料要备份多少年？";
    private const string Quote = "用户的所有资料会被备份7年";
    private const string Good = $"用户的所有资料会被备份7年。[1]\n> [1] {Quote}\n";

    [Fact]
    public async Task An_answer_in_the_models_words_carries_the_documents_words()
    {
        using var model = new ScriptedChatClient(Good);

        var answer = Assert.IsType<Answer.Grounded>(await AskAsync(model, Question));

        Assert.Equal("用户的所有资料会被备份7年。 [1]", answer.Text);
        Assert.StartsWith(Quote, Assert.Single(answer.Citations).Quote, StringComparison.Ordinal);
        Assert.True(CitationChecker.Holds(answer.Citations[0]));
        Assert.Null(answer.Note);
        Assert.Equal(("scripted-1", "answer.v1", 100, 10), (answer.Generation!.Model, answer.Generation.Prompt, answer.Generation.InputTokens, answer.Generation.OutputTokens));
    }

    [Fact]
    public async Task A_sentence_that_fails_is_mended_once_and_dropped_if_it_fails_again()
    {
        using var model = new ScriptedChatClient(
            $"用户的所有资料会被备份9年。[1]\n> [1] {Quote}\n资料也会在海关备案。[1]\n> [1] 备份7年，也会在海关、边境总署备案\n",
            Good);

        var answer = Assert.IsType<Answer.Grounded>(await AskAsync(model, Question));

        Assert.Equal("用户的所有资料会被备份7年。 [1]\n资料也会在海关备案。 [1]", answer.Text);
        Assert.Equal([SentenceFault.WrongNumber, SentenceFault.None, SentenceFault.None], answer.Generation!.Verdicts.Select(verdict => verdict.Fault));
        Assert.Equal("9年", answer.Generation.Verdicts[0].Detail);
        Assert.True(answer.Generation.Verdicts[2].IsRepair);
        Assert.Equal(2, model.Told.Count);
        Assert.Contains("don't give “9年”", model.Told[1][^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_holds_the_documents_are_quoted_and_it_says_so()
    {
        using var model = new ScriptedChatClient($"用户的所有资料会被备份9年。[1]\n> [1] {Quote}\n");

        var answer = Assert.IsType<Answer.Grounded>(await AskAsync(model, Question));

        Assert.Contains(Quote, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("9年", answer.Text, StringComparison.Ordinal);
        Assert.Equal("语言模型的回答没有得到文件支持，以上直接引自文件。", answer.Note);
        Assert.Equal(ModelFailure.Unsupported, answer.Generation!.Failure);
    }

    [Fact]
    public async Task What_the_model_finds_unanswered_is_refused_with_what_comes_nearest()
    {
        using var model = new ScriptedChatClient("NOT_IN_PASSAGES");

        var answer = Assert.IsType<Answer.NotFound>(await AskAsync(model, Question));

        Assert.Equal(NotFoundReason.NotConfident, answer.Reason);
        Assert.NotEmpty(answer.Nearest);
        Assert.Null(answer.Generation!.Failure);
    }

    [Theory]
    [InlineData("红烧肉怎么做才好吃？")]
    [InlineData("22605(c)条规定了什么？")]
    [InlineData("")]
    public async Task What_is_refused_without_a_model_is_not_put_to_one(string question)
    {
        using var model = new ScriptedChatClient("随便。[1]");

        Assert.IsType<Answer.NotFound>(await AskAsync(model, question));

        Assert.Empty(model.Told);
    }

    [Fact]
    public async Task Drafts_show_checked_sentences_only_and_the_last_update_is_final()
    {
        using var model = new ScriptedChatClient($"{Good}用户的所有资料会被备份9年。[1]\n> [1] {Quote}\n", "NOT_IN_PASSAGES");
        using var retrieval = await LoadAsync(model);

        var updates = await ReadAsync(retrieval.Answerer.UpdatesAsync(new Question(Question), CancellationToken.None));

        Assert.All(updates, update => Assert.DoesNotContain("9年", update is AnswerUpdate.Draft draft ? draft.Text : "", StringComparison.Ordinal));
        Assert.Contains(updates, update => update is AnswerUpdate.Draft { Text: "用户的所有资料会被备份7年。 [1]" });
        Assert.IsType<AnswerUpdate.Final>(updates[^1]);
        Assert.Single(updates.OfType<AnswerUpdate.Final>());
    }

    [Fact]
    public async Task What_was_shown_before_the_stream_broke_is_taken_back()
    {
        using var model = new ScriptedChatClient(_ => BrokenAsync());
        using var retrieval = await LoadAsync(model);

        var updates = await ReadAsync(retrieval.Answerer.UpdatesAsync(new Question(Question), CancellationToken.None));

        Assert.IsType<AnswerUpdate.Draft>(updates[0]);
        var final = Assert.IsType<Answer.Grounded>(Assert.IsType<AnswerUpdate.Final>(updates[^1]).Answer);
        Assert.Equal(ModelFailure.CutOff, final.Generation!.Failure);
        Assert.Equal(string.Join("\n\n", final.Citations.Select(citation => $"{citation.Quote} [{citation.Number}]")), final.Text);

        static async IAsyncEnumerable<ChatResponseUpdate> BrokenAsync()
        {
            await foreach (var update in ScriptedChatClient.PiecesAsync(Good + "资料", finish: null))
            {
                yield return update;
            }
            throw new ModelException(ModelFailure.CutOff, "the stream ended in the middle");
        }
    }

    [Fact]
    public async Task An_answerer_that_does_not_stream_gives_its_answer_as_the_only_update()
    {
        using var retrieval = new TestRetrieval();
        await retrieval.LoadAsync(LoadedSeeds.Folder);

        var updates = await ReadAsync(retrieval.Answerer.UpdatesAsync(new Question(Question), CancellationToken.None));

        Assert.IsType<Answer.Grounded>(Assert.IsType<AnswerUpdate.Final>(Assert.Single(updates)).Answer);
    }

    [Theory]
    [InlineData("客户资料要备份多少年？", "语言模型暂时不可用，以上直接引自文件。")]
    [InlineData("客戶資料要備份多少年？", "語言模型暫時無法使用，以上直接引自文件。")]
    [InlineData("How many years must customer data be backed up?", "The language model is not available just now, so this is quoted from the documents.")]
    public async Task A_failing_model_costs_a_line_in_the_askers_language_not_the_answer(string question, string note)
    {
        using var model = new ScriptedChatClient(_ => throw new ModelException(ModelFailure.Unavailable, "no connection"));
        Assert.Equal(note, Assert.IsType<Answer.Grounded>(await AskAsync(model, question)).Note);
    }

    public static TheoryData<string, ModelFailure> Failures => new()
    {
        { "http", ModelFailure.Unavailable }, { "io", ModelFailure.Unavailable }, { "json", ModelFailure.Malformed }, { "other", ModelFailure.Malformed },
        { "empty", ModelFailure.Empty }, { "filter", ModelFailure.Filtered }, { "quotes", ModelFailure.Malformed }, { "401", ModelFailure.Unauthorized },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_client_does_the_user_gets_an_answer_the_operator_one_line_and_a_count(string what, ModelFailure expected)
    {
        var counted = new List<string>();
        using var listener = Listen(counted);
        using var model = new ScriptedChatClient(_ => what switch
        {
            "http" => throw new HttpRequestException("refused"),
            "io" => throw new IOException("reset"),
            "json" => throw new System.Text.Json.JsonException("bad"),
            "other" => throw new InvalidOperationException("secret body"),
            "401" => throw new ModelException(ModelFailure.Unauthorized, "401"),
            "empty" => ScriptedChatClient.PiecesAsync("", ChatFinishReason.Stop),
            "filter" => ScriptedChatClient.PiecesAsync("用户", ChatFinishReason.ContentFilter),
            _ => ScriptedChatClient.PiecesAsync("> [1] 用户的所有资料", ChatFinishReason.Stop),
        });
        using var retrieval = await LoadAsync(model);

        var answer = Assert.IsType<Answer.Grounded>(await retrieval.AskAsync(Question));

        Assert.Contains(Quote, answer.Text, StringComparison.Ordinal);
        Assert.Equal(expected, answer.Generation!.Failure);
        var line = Assert.Single(retrieval.Logger.Lines, entry => entry.Level == LogLevel.Warning);
        Assert.Contains(expected.ToString(), line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line.Message, StringComparison.Ordinal);
        Assert.Contains(expected.ToString(), counted);
    }

    [Fact]
    public async Task A_model_that_says_nothing_for_too_long_is_given_up()
    {
        var clock = new Testing.ManualTimeProvider();
        using var model = new ScriptedChatClient(_ => SilentAsync(clock, TimeSpan.FromSeconds(5)));
        using var retrieval = await LoadAsync(model, clock);

        var answer = Assert.IsType<Answer.Grounded>(await retrieval.AskAsync(Question));

        Assert.Equal(ModelFailure.SlowStart, answer.Generation!.Failure);
    }

    [Fact]
    public async Task A_model_that_never_comes_to_an_end_is_given_up()
    {
        var clock = new Testing.ManualTimeProvider();
        using var model = new ScriptedChatClient(_ => EndlessAsync(clock));
        using var retrieval = await LoadAsync(model, clock);

        var answer = Assert.IsType<Answer.Grounded>(await retrieval.AskAsync(Question));

        Assert.Equal(ModelFailure.SlowFinish, answer.Generation!.Failure);
    }

    [Fact]
    public async Task Who_cancels_gets_no_fallback()
    {
        using var cancelled = new CancellationTokenSource();
        using var model = new ScriptedChatClient(_ =>
        {
            cancelled.Cancel();
            return Forever(cancelled.Token);
        });
        using var retrieval = await LoadAsync(model);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => retrieval.Answerer.AnswerAsync(new Question(Question), cancelled.Token));
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> SilentAsync(Testing.ManualTimeProvider clock, TimeSpan silence)
    {
        using var never = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
        clock.Advance(silence);
        await Task.Yield();
        never.Token.ThrowIfCancellationRequested();
        yield break;
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> EndlessAsync(Testing.ManualTimeProvider clock)
    {
        yield return new ChatResponseUpdate(ChatRole.Assistant, Good);
        using var never = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);
        clock.Advance(TimeSpan.FromSeconds(30));
        await Task.Yield();
        never.Token.ThrowIfCancellationRequested();
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Forever([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.FromCanceled(cancellationToken);
        yield break;
    }

    private static MeterListener Listen(List<string> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == AnswerMetrics.MeterName && instrument.Name == "bot.answers.fallbacks")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counted)
            {
                counted.Add((string)tags[0].Value!);
            }
        });
        listener.Start();
        return listener;
    }

    private static async Task<TestRetrieval> LoadAsync(IChatClient model, TimeProvider? clock = null)
    {
        var retrieval = new TestRetrieval(services =>
        {
            services.AddSingleton(model);
            services.AddSingleton(clock ?? TimeProvider.System);
        });
        await retrieval.LoadAsync(LoadedSeeds.Folder);
        return retrieval;
    }

    private static async Task<Answer> AskAsync(IChatClient model, string question)
    {
        using var retrieval = await LoadAsync(model);
        return await retrieval.AskAsync(question);
    }

    private static async Task<List<AnswerUpdate>> ReadAsync(IAsyncEnumerable<AnswerUpdate> updates)
    {
        var read = new List<AnswerUpdate>();
        await foreach (var update in updates)
        {
            read.Add(update);
        }
        return read;
    }
}
