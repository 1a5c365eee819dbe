using Bot.Host.Tests.Support;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;

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
        _retrieval.Clause = _ => new ClauseLookupResult.Found([Match("（b）开发者应当…")]) { References = [Clause] };

        var run = await RunAsync("", "clause", "第22603(b)条", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """{"id":null,"reference":"第22603(b)条","canonical":"22603(b)","outcome":"found","matches":[{"clause":"22603(b)","document":"policy.txt","title":"A policy","quote":"（b）开发者应当…","startLine":1,"endLine":1}],"nearest":[]}""",
            run.Output.TrimEnd());
    }

    public static TheoryData<string, int> Outcomes => new()
    {
        { "found", 0 },
        { "enclosing", 0 },
        { "ambiguous", 0 },
        { "notFound", 3 },
        { "malformed", 3 },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Each_outcome_has_its_word_and_exit_code(string outcome, int exitCode)
    {
        _retrieval.Clause = _ => outcome switch
        {
            "found" => new ClauseLookupResult.Found([Match("words")]) { References = [Clause] },
            "enclosing" => new ClauseLookupResult.Enclosing([Match("words")]) { References = [Clause] },
            "ambiguous" => new ClauseLookupResult.Ambiguous([Clause with { Code = "a" }, Clause with { Code = "b" }]) { References = [Clause] },
            "notFound" => new ClauseLookupResult.NotFound([Clause]) { References = [Clause] },
            _ => new ClauseLookupResult.Malformed("22603(b)"),
        };

        var program = await RunAsync("", "clause", "[x]", "--json");
        var person = await RunAsync("", "clause", "[x]");

        Assert.Equal((exitCode, exitCode), (program.ExitCode, person.ExitCode));
        var found = Assert.Single(program.Objects);
        Assert.Equal(outcome, found.GetProperty("outcome").GetString());
        Assert.Equal(outcome is "found" or "enclosing" ? 1 : 0, found.GetProperty("matches").GetArrayLength());
        Assert.Equal(outcome switch { "ambiguous" => 2, "notFound" => 1, _ => 0 }, found.GetProperty("nearest").GetArrayLength());
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

    private static ClauseMatch Match(string quote)
    {
        var citation = FakeRetrieval.Cite(quote);
        return new(Clause, citation.Passage, citation.Span, IsOwnText: true);
    }

    private Task<CommandLineRun> RunAsync(string input, params string[] args) => CommandLineRun.RunAsync(_folder, args, input, _retrieval.Register);
}
