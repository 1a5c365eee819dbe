using Bot.Retrieval.Analysis;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Lexicon;
using Bot.Retrieval.Tests.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Tests.Analysis;

public sealed class TermWeigherTests
{
    [Theory]
    [InlineData("什么时候？")]
    [InlineData("為什麼")]
    [InlineData("What is the")]
    [InlineData("…！？")]
    [InlineData("")]
    public void Words_that_only_ask_weigh_nothing(string question) => Assert.Empty(Weigh(question));

    [Theory]
    [InlineData("法案是什么时候拟定的")]
    [InlineData("法案是什麼時候擬定的")]
    public void The_subject_outweighs_the_grammar_around_it(string question)
    {
        var terms = Weigh(question);
        Assert.Equal(1, terms.Single(term => term.Text == "法案").Weight);
        Assert.All(terms.Where(term => term.Text.Contains('的')), term => Assert.True(term.Weight < 0.5));
        Assert.DoesNotContain(terms, term => term.Text.Contains('么'));
    }

    [Fact]
    public void A_pair_weighs_more_than_its_characters()
    {
        var terms = Weigh("监管");
        Assert.All(terms.Where(term => term.Kind == TermKind.HanUnigram), term => Assert.True(term.Weight < terms.Single(pair => pair.Kind == TermKind.HanBigram).Weight));
    }

    [Theory]
    [InlineData("车型区别", "区别")]
    [InlineData("the purpose of OpenAI", "purpos")]
    public void A_word_that_says_what_is_asked_is_weak_evidence(string question, string relation)
    {
        var term = Assert.Single(Weigh(question), term => term.Text == relation);
        Assert.True(term.Certainty < term.Weight);
    }

    [Fact]
    public void Weights_are_between_0_and_1_and_stand_in_the_text_whatever_it_is() =>
        Prop.ForAll(TextSamples.Arbitrary, text => Weigh(text).All(term =>
                term.Weight is > 0 and <= 1 && term.Certainty is >= 0 and <= 1 && term.Span.Length > 0 && term.Span.End <= text.Length))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(80));

    [Fact]
    public void A_question_has_each_term_once_with_its_greatest_weight()
    {
        using var log = new RecordingLogger();
        using var factory = new LoggerFactory([log]);
        var terms = new QuestionAnalyzer(new LexiconSource(factory.CreateLogger<LexiconSource>())).Analyze("模型，模型，模型 model models");
        Assert.Equal(["模", "模型", "型", "model"], terms.Select(term => term.Text));
        Assert.Empty(log.Lines);
    }

    [Fact]
    public void A_damaged_dictionary_costs_a_warning_and_no_answer()
    {
        using var log = new RecordingLogger();
        using var factory = new LoggerFactory([log]);
        var source = new LexiconSource(() => throw new LexiconException("It is cut off."), "", factory.CreateLogger<LexiconSource>());

        var terms = new QuestionAnalyzer(source).Analyze("法案是什么时候拟定的");

        Assert.Contains(terms, term => term.Text == "法案");
        var (level, message) = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("It is cut off.", message, StringComparison.Ordinal);
    }

    private static List<QuestionTerm> Weigh(string text) => TermWeigher.Weigh(text, TestLexicon.Shipped);
}
