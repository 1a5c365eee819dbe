using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.CommandLine;

/// <summary>Over documents of the test's own, read by the real pipeline.</summary>
public sealed class ClauseCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ClauseCommandTests()
    {
        _folder.Write("seeds/act.md", """
            # A bill

            Section 22603(b) requires developers to report every [incident] within 72 hours.
            Section 22603(a)(3) asks for a safety plan.
            """);
        _folder.Write("seeds/one.md", "# 中华人民共和国民法典第五条\n\n民事主体从事民事活动，应当遵循自愿原则。\n");
        _folder.Write("seeds/two.md", "# 中华人民共和国刑法第五条\n\n刑罚的轻重，应当与犯罪分子所犯罪行和承担的刑事责任相适应。\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_found_clause_is_one_json_object_of_the_documented_shape()
    {
        var run = await RunAsync("", "clause", "§ 22603.b", "--json");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """{"id":null,"reference":"§ 22603.b","canonical":"22603(b)","outcome":"found","matches":[{"clause":"22603(b)","document":"act.md","title":"A bill","quote":"Section 22603(b) requires developers to report every [incident] within 72 hours.","startLine":3,"endLine":3}],"nearest":[]}""",
            run.Output.TrimEnd());
    }

    [Theory]
    [InlineData("22603(b)", "found", 0, 1, 0)]
    [InlineData("22603(b)(1)", "enclosing", 0, 1, 0)]
    [InlineData("22603", "enclosing", 0, 2, 0)]
    [InlineData("第五条", "ambiguous", 0, 0, 2)]
    [InlineData("22603(c)", "notFound", 3, 0, 2)]
    [InlineData("[red]hello[/]", "malformed", 3, 0, 0)]
    [InlineData("", "malformed", 3, 0, 0)]
    public async Task Each_outcome_has_its_word_exit_code_and_lists(string reference, string outcome, int exitCode, int matches, int nearest)
    {
        var program = await RunAsync("", "clause", reference, "--json");
        var person = await RunAsync("", "clause", reference);

        Assert.Equal((exitCode, exitCode), (program.ExitCode, person.ExitCode));
        var found = Assert.Single(program.Objects);
        Assert.Equal(outcome, found.GetProperty("outcome").GetString());
        Assert.Equal(matches, found.GetProperty("matches").GetArrayLength());
        Assert.InRange(found.GetProperty("nearest").GetArrayLength(), nearest, nearest == 0 ? 0 : 5);
        Assert.Contains(reference.Replace("五", "5", StringComparison.Ordinal), person.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_codes_are_named()
    {
        var found = Assert.Single((await RunAsync("", "clause", "第五条", "--json")).Objects);

        Assert.Equal(["刑法第5条", "民法典第5条"], found.GetProperty("nearest").EnumerateArray().Select(name => name.GetString()!.Replace("中华人民共和国", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stream_keeps_ids_and_goes_on_after_a_bad_line()
    {
        var run = await RunAsync("{\"id\":\"c1\",\"reference\":\"x\"}\n{\"id\":\"c2\",\"question\":\"x\"}\n{\"id\":3,\"reference\":\"22603(b)\"}\n", "clause", "-", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["malformed", "error", "found"], run.Objects.Select(line => line.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : "error"));
        Assert.Equal(["\"c1\"", "\"c2\"", "3"], run.Objects.Select(line => line.GetProperty("id").GetRawText()));
    }

    private Task<CommandLineRun> RunAsync(string input, params string[] args) => CommandLineRun.RunAsync(_folder, args, input);
}
