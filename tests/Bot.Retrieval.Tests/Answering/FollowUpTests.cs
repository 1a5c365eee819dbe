using Bot.Retrieval.Answering;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Answering;

public sealed class FollowUpTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new();

    public async Task InitializeAsync()
    {
        _folder.Write("records.txt", """
            # Customer records

            Customer records are kept for seven years after the account is closed.

            Customer records may be read by auditors of the ministry.

            # Parking

            Visitors park behind the warehouse.
            """);
        _folder.Write("资料.txt", """
            # 客户资料

            客户资料要备份七年，之后销毁。

            客户资料只有审计员可以查看。

            # 停车

            访客把车停在仓库后面。
            """);
        await _retrieval.LoadAsync(_folder.Path);
    }

    [Theory]
    [InlineData("Are customer records kept after the account is closed?", "For how many years would the branch in Lyon retain those?", "seven years")]
    [InlineData("客户资料只有审计员可以查看吗？", "里昂分公司保存的要不要备份？", "客户资料")]
    public async Task A_follow_up_that_finds_nothing_by_itself_borrows_the_words_it_lacks(string first, string then, string expected)
    {
        Assert.IsType<Answer.NotFound>(await _retrieval.AskAsync(then));

        var answer = Assert.IsType<Answer.Grounded>(await _retrieval.AskAsync(then, first));

        Assert.Contains(answer.Citations, citation => citation.Quote.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How long are customer records kept?", "thanks a lot!")]
    [InlineData("客户资料要备份多少年？", "谢谢你")]
    [InlineData("How long are customer records kept?", "???")]
    public async Task What_is_no_question_does_not_repeat_the_answer_before(string first, string then) =>
        Assert.IsType<Answer.NotFound>(await _retrieval.AskAsync(then, first));

    [Fact]
    public async Task A_question_that_is_answered_by_itself_is_not_changed_by_what_was_asked_before()
    {
        var alone = Assert.IsType<Answer.Grounded>(await _retrieval.AskAsync("Where do visitors park?"));

        var after = Assert.IsType<Answer.Grounded>(await _retrieval.AskAsync("Where do visitors park?", "How long are customer records kept?"));

        Assert.Equal(alone.Text, after.Text);
    }

    [Fact]
    public async Task The_question_before_the_last_lends_words_too()
    {
        Assert.IsType<Answer.Grounded>(
            await _retrieval.AskAsync("For how many years would the branch in Lyon retain those?", "Are customer records kept after the account is closed?", "really?"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }
}
