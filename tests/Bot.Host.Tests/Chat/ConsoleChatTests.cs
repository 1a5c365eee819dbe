using Bot.Host.Tests.Support;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Tests.Chat;

public sealed class ConsoleChatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();

    public ConsoleChatTests() => _folder.CreateFolder("seeds");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_line_of_piped_input_is_answered_and_that_is_it()
    {
        _retrieval.Answer = question => FakeRetrieval.Grounded($"Answer to {question.Text}");

        var run = await RunAsync("one\n\n  two  \n");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["one", "two"], _retrieval.Asked);
        Assert.Equal("Answer to one\n\n\nAnswer to two\n\n\n", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task With_json_each_line_becomes_one_object()
    {
        _retrieval.Answer = _ => FakeRetrieval.NotFound(NotFoundReason.NotConfident);

        var run = await RunAsync("one\ntwo\n", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["one", "two"], run.Objects.Select(answer => answer.GetProperty("question").GetString()));
    }

    [Fact]
    public async Task Slash_commands_work_and_quit_ends_before_the_rest()
    {
        var loads = 0;
        var build = _retrieval.Build;
        _retrieval.Build = (sources, progress, token) =>
        {
            loads++;
            return build(sources, progress, token);
        };

        var run = await RunAsync("/help\n/sources\n/clause [x]\n/reload\n/nonsense\n/ask 第五十四条\n/quit\nnever asked\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, loads);
        Assert.Equal(["第五十四条"], _retrieval.Asked);
        Assert.Contains("/clause REF", run.Output, StringComparison.Ordinal);
        Assert.Contains("“[x]” can't be read", run.Output, StringComparison.Ordinal);
        Assert.Contains("There is no command /nonsense", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_reload_says_why_and_the_conversation_goes_on()
    {
        var loads = 0;
        var build = _retrieval.Build;
        _retrieval.Build = (sources, progress, token) =>
            loads++ == 0 ? build(sources, progress, token) : Task.FromResult<BuildOutcome>(new BuildOutcome.Failed("The disk is full."));

        var run = await RunAsync("/reload\nstill there?\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("The disk is full.", run.Output, StringComparison.Ordinal);
        Assert.Equal(["still there?"], _retrieval.Asked);
    }

    [Fact]
    public async Task Being_interrupted_ends_cleanly()
    {
        using var cancellation = new CancellationTokenSource();
        _retrieval.Answer = _ =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        };

        var run = await CommandLineRun.RunAsync(_folder, [], "one\ntwo\n", _retrieval.Register, cancellationToken: cancellation.Token);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
    }

    private Task<CommandLineRun> RunAsync(string input, params string[] args) => CommandLineRun.RunAsync(_folder, args, input, _retrieval.Register);
}
