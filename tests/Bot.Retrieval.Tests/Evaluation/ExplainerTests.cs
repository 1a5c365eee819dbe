using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Evaluation;

public sealed class ExplainerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new();

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_signals_add_up_to_the_confidence_of_the_answer()
    {
        var explanation = await ExplainAsync("grow");
        var odds = explanation!.Intercept + explanation.Signals.Sum(signal => signal.Contribution);
        Assert.Equal(explanation.Answer.Confidence, 1 / (1 + Math.Exp(-odds)), 9);
        Assert.Equal(0.5, explanation.Threshold);
        Assert.False(explanation.AcrossLanguages);
    }

    [Fact]
    public async Task A_right_passage_that_came_second_is_shown_with_what_it_lacks()
    {
        var explanation = await ExplainAsync("second");
        Assert.Equal((2, "kiwi", true), (explanation!.Gold!.Rank, explanation.Gold.Name, explanation.Gold.IsRight));
        Assert.Equal([(1, "plum", false), (2, "kiwi", true)], explanation.Passages.Take(2).Select(passage => (passage.Rank, passage.Name, passage.IsRight)));
        Assert.Equal((null, 0), explanation.GoldTerms.Where(term => term.Text == "plum").Select(term => (term.Wording, term.InPassage)).Single());
        Assert.Equal(("plum", 1), explanation.Terms.Where(term => term.Text == "plum").Select(term => (term.Wording, term.InPassage)).Single());
    }

    [Fact]
    public async Task Where_the_right_passage_came_first_or_there_is_none_nothing_is_compared()
    {
        Assert.Empty((await ExplainAsync("grow"))!.GoldTerms);
        var absent = await ExplainAsync("absent");
        Assert.Null(absent!.Gold);
        Assert.Empty(absent.GoldTerms);
        Assert.Empty(absent.Signals);
        Assert.IsType<Answer.NotFound>(absent.Answer);
    }

    [Fact]
    public async Task A_question_that_the_set_lacks_is_null() => Assert.Null(await ExplainAsync("nobody"));

    private Task<QuestionExplanation?> ExplainAsync(string id)
    {
        var passages = _folder.Write("passages.jsonl", """
            {"id": "kiwi", "title": "Fruit", "text": "The kiwi grows on vines in New Zealand."}
            {"id": "plum", "title": "Fruit", "text": "The plum tree blossoms in March."}
            {"id": "stone", "title": "Rock", "text": "Granite holds quartz and feldspar."}
            """);
        var questions = _folder.Write("questions.jsonl", """
            {"id": "grow", "question": "Where does the kiwi grow on vines?", "gold": ["kiwi"], "answers": ["New Zealand"]}
            {"id": "second", "question": "Which plum tree blossoms in March, and what of the kiwi?", "gold": ["kiwi"], "answers": ["nowhere"]}
            {"id": "absent", "question": "zzz", "gold": []}
            """);
        return _retrieval.Evaluator.ExplainAsync(new("tiny", "mono-en", [passages], questions), id, CancellationToken.None);
    }
}
