using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Searching;

/// <summary>What a question finds in documents of the other language.</summary>
public sealed class AcrossLanguagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("When are customer records backed up?", "客户的记录在每天凌晨备份。")]
    [InlineData("租户的押金什么时候退还？", "The tenant's deposit is returned within a month.")]
    // Words of one family, and a part of what the dictionary writes.
    [InlineData("宗教自由受到什么保护？", "Religious freedom is protected by the constitution.")]
    [InlineData("谁第一个飞越大西洋？", "The Atlantic was first crossed by air in 1919.")]
    // Words that the best way to cut the question hides.
    [InlineData("1901 年华沙有多少人口？", "In the census the population of Warsaw was counted.")]
    // Numbers.
    [InlineData("What lasts 7 years?", "保修期为7年。")]
    [InlineData("什么要花1亿美元？", "It will come to $100 million in all.")]
    [InlineData("What happened on February 7?", "会议在2月7日举行。")]
    [InlineData("四个月以后会怎样？", "It lapses after 4 months.")]
    public async Task A_question_finds_what_is_written_in_the_other_language(string question, string answer)
    {
        await using var asked = await AskAsync(question, answer);
        Assert.Equal(answer, asked.Result.Passages[0].Passage.Text);
    }

    [Theory]
    [InlineData("Who is Fei-Fei Xu?", "徐飞飞是研究员。")]
    [InlineData("Who is XU Feifei?", "徐飞飞是研究员。")]
    [InlineData("who is xu fei fei", "徐飞飞是研究员。")]
    [InlineData("徐飞飞是谁？", "Our researcher is Fei-Fei Xu of Shanghai.")]
    [InlineData("徐飞飞是谁？", "Our researcher is Hsu Feifei of Taipei.")]
    [InlineData("Where was Kachlin?", "卡奇林不在会上。")]
    [InlineData("布鲁诺·马尔斯唱了什么？", "On stage stood Bruno Mars with his band.")]
    public async Task A_name_is_found_by_its_reading_or_its_sound(string question, string answer)
    {
        await using var asked = await AskAsync(question, answer);
        Assert.Equal(answer, asked.Result.Passages[0].Passage.Text);
        Assert.NotEmpty(asked.Result.Passages[0].MatchedTerms);
    }

    [Fact]
    public async Task A_passage_says_which_words_met()
    {
        await using var asked = await AskAsync("When are Customer records backed up by Fei-Fei Xu?", "徐飞飞说客户的记录在每天凌晨備份。");
        var matched = asked.Result.Passages[0].MatchedTerms;
        Assert.Contains(new MatchedTerm("Customer", "客户"), matched);
        Assert.Contains(new MatchedTerm("Fei-Fei Xu", "徐飞飞"), matched);
        Assert.All(matched, term => Assert.Contains(term.Found, "徐飞飞说客户的记录在每天凌晨備份。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_passage_in_the_questions_language_needs_no_translation()
    {
        await using var asked = await AskAsync("客户的记录什么时候备份？", "客户的记录在每天凌晨备份。");
        Assert.Empty(asked.Result.Passages[0].MatchedTerms);
    }

    [Fact]
    public async Task The_glossary_comes_before_the_dictionary()
    {
        _folder.Write("glossary.yml", "- [Blue Heron, 蓝鹭计划]\n- [broken\n");
        await using var asked = await AskAsync("What is Blue Heron?", "蓝鹭计划今年开始。");
        Assert.Equal(new MatchedTerm("Blue Heron", "蓝鹭计划"), Assert.Single(asked.Result.Passages[0].MatchedTerms));
    }

    [Fact]
    public async Task A_law_is_found_by_the_name_that_the_glossary_gives_it()
    {
        _folder.Write("glossary.yml", "- [大豆法, 民法典]\n");
        _folder.Write("law.txt", "中华人民共和国民法典\n\n第一条 为了保护民事主体的合法权益，制定本法。\n\n第二条 民法调整平等主体之间的关系。\n");
        await using var asked = await AskAsync("大豆法第二条说了什么？", "无关的一段话。");
        Assert.Contains("第二条", asked.Result.Passages[0].Passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_dictionary_a_question_is_answered_in_its_own_language()
    {
        await using var asked = await AskAsync(
            "When are customer records backed up?",
            "Customer records are backed up at night.",
            services => services.AddSingleton<LexiconSource>(provider => new(
                () => throw new LexiconException("damaged"), "damaged", provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<LexiconSource>>())));
        Assert.Equal("Customer records are backed up at night.", asked.Result.Passages[0].Passage.Text);
    }

    [Theory]
    [InlineData("客户 records 什么时候 backed up？")]
    [InlineData("custom")]
    [InlineData("的 the 了 of")]
    [InlineData("·····")]
    [InlineData("阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿阿")]
    [InlineData("Li Li Li Li Li Li Li Li Li Li Li Li Li Li Li")]
    public async Task A_question_of_mixed_or_broken_words_is_no_failure(string question)
    {
        await using var asked = await AskAsync(question, "客户的记录在每天凌晨备份。");
        Assert.All(asked.Result.Passages, passage => Assert.InRange(passage.Score, 0, 1.0001));
    }

    public void Dispose() => _folder.Dispose();

    // Among passages of both languages that share nothing with the question.
    private async Task<Asked> AskAsync(string question, string answer, Action<IServiceCollection>? configure = null)
    {
        _folder.Write("answer.txt", answer);
        _folder.Write("zh.txt", "明火炊具的线上零售额逐年下降。");
        _folder.Write("en.txt", "Gas stoves are sold less and less every winter.");
        var retrieval = new TestRetrieval(configure);
        await retrieval.LoadAsync(_folder.Path);
        return new(retrieval, await retrieval.Retriever.RetrieveAsync(new Question(question), retrieval.Live.Current, 10, CancellationToken.None));
    }

    private sealed record Asked(TestRetrieval Retrieval, RetrievalResult Result) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Retrieval.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
