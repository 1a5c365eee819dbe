using System.Text.Json;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Tests.Builders;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Evaluation;

/// <summary>Floors under the figures on the open question sets, where those lie beside the repository.</summary>
public sealed class OpenSetsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("cmrc", 0.980, 0.70)]
    [InlineData("cmrc-hantq", 0.980, 0)]
    [InlineData("xquad-zh", 0.950, 0.82)]
    [InlineData("xquad-en", 0.950, 0.83)]
    [InlineData("stard", 0.505, 0)]
    [InlineData("mixed", 0.865, 0)]
    [InlineData("xling-en2zh", 0.865, 0)]
    [InlineData("xling-zh2en", 0.88, 0)]
    [InlineData("xling-en2zh-big", 0.79, 0)]
    [InlineData("xling-zh2en-big", 0.83, 0)]
    [InlineData("bilingual-en2zh", 0.74, 0)]
    [InlineData("bilingual-zh2en", 0.79, 0)]
    public Task The_right_passage_comes_first_and_its_best_sentence_answers_as_often_as_before(string set, double passages, double sentences) => ScoreAsync(set, score =>
    {
        AtLeast(passages, score.RecallAt1);
        AtLeast(sentences, score.AnswerInBestSentence);
    });

    [Theory]
    [InlineData("unans-zh", 0.988)]
    [InlineData("unans-en", 0.985)]
    public Task What_can_be_answered_is_told_from_what_cannot_as_well_as_before(string set, double area) => ScoreAsync(set, score =>
    {
        AtLeast(area, score.Auc);
        AtLeast(0.96, score.Answered);
        AtLeast(0.94, score.RefusedUnanswerable);
    });

    [Fact]
    public Task Every_chinese_question_about_the_seeds_is_answered_right_and_what_they_do_not_say_is_refused() => ScoreAsync("seeds", score =>
    {
        var crossing = File.ReadLines(Path.Combine(SharedSets.Folder()!, "seeds", "questions.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(question => question.GetProperty("lang").GetString() == "en" && question.GetProperty("documents").GetArrayLength() > 0)
            .Select(question => question.GetProperty("id").GetString());
        Assert.Empty(score.Wrong.Except(crossing));
        Assert.Equal(1, score.RefusedUnanswerable);
    });

    private async Task ScoreAsync(string name, Action<SetScore> check)
    {
        if (SharedSets.Folder() is not { } folder || !File.Exists(Path.Combine(folder, "sets.json")))
        {
            output.WriteLine($"The open question sets aren't here, so {name} was not scored: nothing is tested.");
            return;
        }
        using var retrieval = new TestRetrieval();
        var set = retrieval.Evaluator.ReadSets(Path.Combine(folder, "sets.json")).SingleOrDefault(set => set.Name == name) ?? Bilingual(folder, name);
        var score = await retrieval.Evaluator.ScoreAsync(set, null, CancellationToken.None);
        output.WriteLine(JsonSerializer.Serialize(score with { RiskCoverage = [], Wrong = [] }));
        check(score);
    }

    // docs/sets/bilingual.json, wherever the sets lie.
    private static QuestionSet Bilingual(string folder, string name)
    {
        var direction = name["bilingual-".Length..];
        string[] corpora = ["cmrc", direction == "en2zh" ? "xquad-zh" : "xquad-en", "handbook", "stard"];
        return new(name, "", [.. corpora.Select(corpus => Path.Combine(folder, corpus, "passages.jsonl"))], Path.Combine(folder, $"xling-{direction}", "questions.jsonl"));
    }

    private static void AtLeast(double floor, double? share) => Assert.InRange(share ?? 0, floor, 1);
}
