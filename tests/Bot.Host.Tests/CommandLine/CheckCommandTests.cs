using Bot.Host.Tests.Support;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Tests.CommandLine;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();

    public CheckCommandTests() => _folder.CreateFolder("seeds");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_says_what_was_read_and_what_was_left_out()
    {
        Report(new ReloadReport
        {
            Revision = "r1",
            Documents = 2,
            Passages = 41,
            Clauses = 7,
            Added = [new DocumentId("a[1].txt")],
            Quarantined = [new QuarantinedSource(new DocumentId("b.txt"), "It is [binary].", Line: 3)],
            Duration = TimeSpan.FromMilliseconds(120),
        });

        var person = await RunAsync("check");
        var program = await RunAsync("check", "--json");

        Assert.Equal((0, 0), (person.ExitCode, program.ExitCode));
        Assert.Contains("a[1].txt", person.Output, StringComparison.Ordinal);
        Assert.Contains("It is [binary].", person.Output, StringComparison.Ordinal);
        Assert.Equal(
            """{"snapshot":"r1","documents":2,"passages":41,"clauses":7,"quarantined":[{"id":"b.txt","line":3,"quarantined":"It is [binary]."}],"embeddingsMade":0,"embeddingsReused":0,"durationMs":120}""",
            program.Output.TrimEnd());
    }

    [Fact]
    public async Task No_document_at_all_exits_with_3()
    {
        Report(new ReloadReport { Revision = "" });

        Assert.Equal(3, (await RunAsync("check")).ExitCode);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("sources")]
    [InlineData("ask", "x")]
    [InlineData("clause", "x")]
    [InlineData]
    public async Task Documents_that_cannot_be_loaded_exit_with_1_and_the_reason(params string[] args)
    {
        _retrieval.Build = (_, _, _) => Task.FromResult<BuildOutcome>(new BuildOutcome.Failed("The disk is on fire."));

        var run = await RunAsync(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The disk is on fire.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Being_cancelled_is_not_a_success()
    {
        using var cancellation = new CancellationTokenSource();
        _retrieval.Build = async (_, _, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The token wasn't cancelled.");
        };

        var run = await CommandLineRun.RunAsync(_folder, ["check"], replace: _retrieval.Register, cancellationToken: cancellation.Token);

        Assert.Equal(1, run.ExitCode);
    }

    private void Report(ReloadReport report) =>
        _retrieval.Build = (_, _, _) => Task.FromResult<BuildOutcome>(new BuildOutcome.Built(IndexSnapshot.Empty, report));

    private Task<CommandLineRun> RunAsync(params string[] args) => CommandLineRun.RunAsync(_folder, args, replace: _retrieval.Register);
}
