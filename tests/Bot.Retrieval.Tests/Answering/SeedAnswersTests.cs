using Bot.Retrieval.Answering;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Answering;

public sealed class SeedAnswersTests(LoadedSeeds seeds) : IClassFixture<LoadedSeeds>
{
    private const string News = "000_f679ab5f3a870c3f.txt";
    private const string Essay = "002_b2b2a75042cfee9b.txt";

    public static TheoryData<string, string, string> Answerable => new()
    {
        { "加州SB-1047法案是什么时候拟定的？", "2月7日", "" },
        { "客户资料要备份多少年？", "7年", Essay },
        { "吴恩达用什么来比喻技术和应用的区别？", "电机", Essay },
        { "谁把这个法案称为特洛伊木马？", "Daniel Jeffries", Essay },
        { "李飞飞怎么看SB-1047？", "监管的出发点是好的", News },
        { "OpenAI写信给哪位参议员反对SB1047？", "Scott Wiener", News },
        { "这个法案针对训练成本多少的模型？", "1亿美元", "" },
        { "杨立昆（Yann LeCun）批评了谁起草这个法案？", "Nirit", News },
        { "反对这个法案的闭源模型公司有哪些？", "Anthropic", News },
        { "Sharon Zhou是哪家公司的首席执行官？", "Lamini AI", News },
        { "法案经过了几次修订？", "6次修订", Essay },
        { "明火炊具线上零售额是多少？", "94.2亿", News },
    };

    [Theory]
    [MemberData(nameof(Answerable))]
    public Task A_question_is_answered_from_the_right_document(string question, string words, string document) => AssertAnsweredAsync(question, words, document);

    [Theory]
    [MemberData(nameof(Answerable))]
    public Task The_same_question_in_traditional_script_is_answered_alike(string question, string words, string document) =>
        AssertAnsweredAsync(TraditionalScript.Of(question), words, document);

    [Theory]
    [InlineData("欧盟AI法案的罚款上限是多少？")]
    [InlineData("台北101有多高？")]
    [InlineData("Who won the 2022 World Cup?")]
    [InlineData("红烧肉怎么做才好吃？")]
    [InlineData("珠穆朗玛峰的高度是多少米？")]
    [InlineData("What is the boiling point of tungsten?")]
    public async Task What_the_documents_do_not_say_is_refused(string question)
    {
        var refused = Assert.IsType<Answer.NotFound>(await seeds.Retrieval.AskAsync(question));
        Assert.Equal(NotFoundReason.NotConfident, refused.Reason);
        Assert.InRange(refused.Confidence, 0, 0.5);
        Assert.All(refused.Nearest, citation => Assert.True(CitationChecker.Holds(citation)));
    }

    [Theory]
    [InlineData("22605(c)条规定了什么？")]
    [InlineData("22605(c)条要求开发者报告任何模型的潜在的AI安全事故吗？")]
    [InlineData("What does section 22606 say about whistleblowers?")]
    [InlineData("22606條規定了什麼？")]
    [InlineData("第22603(c)条要求开发者需要报告任何模型的潜在的AI安全事故")]
    [InlineData("22603（ｃ）要求开发者需要报告任何模型的潜在的AI安全事故")]
    public async Task A_clause_that_is_not_there_is_never_answered_however_much_else_matches(string question)
    {
        var refused = Assert.IsType<Answer.NotFound>(await seeds.Retrieval.AskAsync(question));
        Assert.Equal(NotFoundReason.UnknownClause, refused.Reason);
        Assert.Contains(refused.NearestClauses, clause => clause.Canonical is "22603(b)" or "22604(b)");
        Assert.Contains(refused.NearestClauses[0].Canonical, refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("22603(b)条要求开发者做什么？")]
    [InlineData("22603（b）条要求开发者做什么？")]
    [InlineData("22603（ｂ）條要求開發者做什麼？")]
    [InlineData("第22603(b)条")]
    [InlineData("22603(b)")]
    [InlineData("§ 22603(b)")]
    [InlineData("SB-1047 22603(b)说了什么？")]
    [InlineData("SB1047法案第22603(b)条规定了什么？")]
    [InlineData("What does section 22603(b) require developers to report?")]
    public async Task A_clause_that_is_there_is_answered_with_its_own_sentence(string question)
    {
        var answer = Assert.IsType<Answer.Grounded>(await seeds.Retrieval.AskAsync(question));
        Assert.Contains("第22603(b)条要求开发者需要报告任何模型的潜在的AI安全事故", answer.Citations[0].Quote, StringComparison.Ordinal);
        Assert.Equal(Essay, answer.Citations[0].DocumentName);
    }

    [Theory]
    [InlineData("红烧肉怎么做才好吃？", "在文件中没有找到")]
    [InlineData("紅燒肉怎麼做才好吃？", "在文件中沒有找到")]
    [InlineData("How do I bake sourdough bread?", "The documents don't answer this")]
    [InlineData("22606条规定了什么？", "文件中没有提到")]
    [InlineData("22606條規定了什麼？", "文件中沒有提到")]
    [InlineData("What does section 22606 say?", "The documents don't speak of")]
    public async Task The_bot_speaks_the_language_of_the_question(string question, string words) =>
        Assert.StartsWith(words, (await seeds.Retrieval.AskAsync(question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("法案", "尚未载入任何文件")]
    [InlineData("這個法案", "尚未載入任何文件")]
    [InlineData("the bill", "No documents are loaded")]
    public async Task With_nothing_loaded_it_says_so(string question, string words)
    {
        using var empty = new TestRetrieval();
        var refused = Assert.IsType<Answer.NotFound>(await empty.AskAsync(question));
        Assert.Equal(NotFoundReason.EmptyIndex, refused.Reason);
        Assert.StartsWith(words, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_its_quotes_with_their_numbers()
    {
        var answer = Assert.IsType<Answer.Grounded>(await seeds.Retrieval.AskAsync("李飞飞怎么看SB-1047？"));
        Assert.Equal(string.Join("\n\n", answer.Citations.Select((citation, i) => $"{citation.Quote} [{i + 1}]")), answer.Text);
        Assert.Equal(seeds.Retrieval.Live.Current.Revision, answer.Snapshot);
        Assert.InRange(answer.Citations.Length, 1, 3);
    }

    private async Task AssertAnsweredAsync(string question, string words, string document)
    {
        var answer = await seeds.Retrieval.AskAsync(question);
        var grounded = Assert.IsType<Answer.Grounded>(answer);
        Assert.Contains(grounded.Citations, citation =>
            (document.Length == 0 || citation.DocumentName == document)
            && TextFolder.FoldToString(citation.Quote).Contains(TextFolder.FoldToString(words), StringComparison.Ordinal));
    }
}
