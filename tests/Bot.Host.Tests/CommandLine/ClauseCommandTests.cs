using Bot.Host.CommandLine;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Clauses;

namespace Bot.Host.Tests.CommandLine;

public sealed class ClauseCommandTests : IDisposable
{
    private static readonly ClauseReference Clause = new()
    {
        Style = SectionStyle.Section, Section = "22603", Path = [new Subdivision(SubdivisionKind.LowerLetter, "b")],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetrieval _retrieval = new();

    public ClauseCommandTests() => _folder.CreateFolder("seeds");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_found_clause_is_one_json_object_of_the_documented_shape()
    {
        _retrieval.Clause = _ => new(ClauseOutcome.Found, "22603(b)", [new ClauseMatch(Clause, FakeRetrieval.Cite("（b）开发者应当…"))], []);

        var run = await RunAsync("", "clause", "第22603(b)条", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """{"id":null,"reference":"第22603(b)条","canonical":"22603(b)","outcome":"found","matches":[{"clause":"22603(b)","document":"policy.txt","title":"A policy","quote":"（b）开发者应当…","startLine":1,"endLine":1}],"nearest":[]}""",
            run.Output.TrimEnd());
    }

    [Theory]
    [InlineData((int)ClauseOutcome.Found, "found", 0)]
    [InlineData((int)ClauseOutcome.Enclosing, "enclosing", 0)]
    [InlineData((int)ClauseOutcome.Ambiguous, "ambiguous", 0)]
    [InlineData((int)ClauseOutcome.NotFound, "notFound", 3)]
    [InlineData((int)ClauseOutcome.Malformed, "malformed", 3)]
    public async Task Each_outcome_has_its_word_and_exit_code(int outcome, string word, int exitCode)
    {
        _retrieval.Clause = _ => new((ClauseOutcome)outcome, null, [], [Clause]);

        var program = await RunAsync("", "clause", "[x]", "--json");
        var person = await RunAsync("", "clause", "[x]");

        Assert.Equal((exitCode, exitCode), (program.ExitCode, person.ExitCode));
        var found = Assert.Single(program.Objects);
        Assert.Equal(word, found.GetProperty("outcome").GetString());
        Assert.Equal("""["22603(b)"]""", found.GetProperty("nearest").GetRawText());
        Assert.Contains("[x]", person.Output, StringComparison.Ordinal);
        Assert.Contains("22603(b)", person.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_keeps_ids_and_goes_on_after_a_bad_line()
    {
        var run = await RunAsync("{\"id\":\"c1\",\"reference\":\"x\"}\n{\"id\":\"c2\",\"question\":\"x\"}\n{\"id\":3,\"reference\":\"y\"}\n", "clause", "-", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["malformed", "error", "malformed"], run.Objects.Select(line => line.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : "error"));
        Assert.Equal(["\"c1\"", "\"c2\"", "3"], run.Objects.Select(line => line.GetProperty("id").GetRawText()));
    }

    private Task<CommandLineRun> RunAsync(string input, params string[] args) => CommandLineRun.RunAsync(_folder, args, input, _retrieval.Register);
}
