using System.Text.Json;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.CommandLine;

/// <summary>What only a process of its own shows: encodings, pipes, signals and the environment.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Question = "22603(b)条要求开发者做什么？";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Output_is_utf8_json_and_nothing_else()
    {
        var run = await HostProcess.RunAsync(_folder.Path, ["ask", Question, "--json", "--documents", Repository.Seeds]);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($$"""{"id":null,"question":"{{Question}}",""", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Output.Count(character => character == '\n'));
    }

    [Fact]
    public async Task From_a_folder_without_seeds_those_of_the_repository_are_used()
    {
        var run = await HostProcess.RunAsync(_folder.Path, ["sources", "--json"]);

        Assert.Equal("", run.Error);
        Assert.Contains(run.Objects, source => source.GetProperty("id").GetString() == "002_b2b2a75042cfee9b.txt");
    }

    [Fact]
    public async Task The_environment_overrides_the_settings_file()
    {
        _folder.Write("appsettings.json", """{ "Bot": { "Answers": { "MaximumCitations": 2 } } }""");

        var run = await HostProcess.RunAsync(_folder.Path, ["ask", Question], environment: ("Bot__Answers__MaximumCitations", "0"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Bot:Answers:MaximumCitations is 0", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Piped_lines_are_answered_and_that_is_it()
    {
        var run = await HostProcess.RunAsync(_folder.Path, ["--documents", Repository.Seeds], $"{Question}\n/clause 22603(b)\n");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[1]", run.Output, StringComparison.Ordinal);
        Assert.Contains("22603(b)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_is_answered_line_by_line_while_it_is_being_written()
    {
        using var host = HostProcess.Start(_folder.Path, ["ask", "-", "--json", "--documents", Repository.Seeds]);

        foreach (var id in new[] { "1", "2" })
        {
            await host.Input.WriteLineAsync($$"""{"id":"{{id}}","question":"{{Question}}"}""");
            await host.Input.FlushAsync();
            Assert.Equal(id, JsonElement.Parse((await host.Output.ReadLineAsync())!).GetProperty("id").GetString());
        }
        host.Input.Close();

        Assert.Equal(0, await host.ExitCodeAsync());
    }

    [Fact]
    public async Task When_nobody_reads_any_more_it_ends_cleanly()
    {
        using var host = HostProcess.Start(_folder.Path, ["ask", "-", "--json", "--documents", Repository.Seeds]);
        var line = $$"""{"id":"1","question":"{{Question}}"}""";
        await host.Input.WriteLineAsync(line);
        await host.Input.FlushAsync();
        await host.Output.ReadLineAsync();

        host.Output.Close();
        await host.Input.WriteLineAsync(line);
        await host.Input.FlushAsync();

        // Standard input stays open: it must not be waited for.
        Assert.Equal(0, await host.ExitCodeAsync());
        Assert.Equal("", await host.Error.ReadToEndAsync());
    }

    [Fact]
    public async Task An_interrupt_ends_a_conversation_cleanly()
    {
        using var host = HostProcess.Start(_folder.Path, ["--documents", Repository.Seeds]);
        await host.Input.WriteLineAsync(Question);
        await host.Input.FlushAsync();
        await host.Output.ReadLineAsync();

        host.Interrupt();

        Assert.Equal(0, await host.ExitCodeAsync());
        Assert.Equal("", await host.Error.ReadToEndAsync());
    }

    [Fact]
    public async Task Help_and_version_are_shown()
    {
        var help = await HostProcess.RunAsync(_folder.Path, ["--help"]);
        var version = await HostProcess.RunAsync(_folder.Path, ["--version"]);

        Assert.Equal((0, 0), (help.ExitCode, version.ExitCode));
        Assert.All(["ask", "clause", "sources", "check", "eval", "--documents", "--json"], word => Assert.Contains(word, help.Output, StringComparison.Ordinal));
        Assert.Matches(@"^\d+\.\d+", version.Output);
    }
}
