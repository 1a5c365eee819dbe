using Bot.Host.Settings;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SettingsTests() => _folder.CreateFolder("seeds");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_errors_are_reported_at_once_before_anything_starts()
    {
        _folder.Write(BotHome.SettingsFile, """
            {
              "Bot": {
                "Sedes": { "Path": "x" },
                "Seeds": { "Watch": "maybe", "DebounceSecond": 3, "MaximumFileBytes": 0, "PdfTimeoutSeconds": "a minute" },
                "Answers": { "MaximumCitations": 99 },
                "Embeddings": { "Provider": "Elsewhere", "Model": "m", "Endpoint": "http://me:secret@127.0.0.1/v1" },
                "Index": { "Store": "oracle", "DataDirectory": " ", "Colour": 1 }
              }
            }
            """);
        var started = false;

        var run = await CommandLineRun.RunAsync(_folder, ["check"], replace: services => new FakeRetrieval
        {
            Build = (_, _, _) => throw new InvalidOperationException($"{started = true}"),
        }.Register(services));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.False(started);
        Assert.Equal(
            [
                "Bot:Answers:MaximumCitations is 99, but must be from 1 to 10. For example: 3 (or Bot__Answers__MaximumCitations in the environment).",
                "Bot:Embeddings:Endpoint has a user name or password in it; keys have a setting of their own. For example: http://127.0.0.1:11434/v1 (or Bot__Embeddings__Endpoint in the environment).",
                "Bot:Embeddings:Provider is \"Elsewhere\", but must be Local or OpenAI or AzureOpenAI. For example: Local (or Bot__Embeddings__Provider in the environment).",
                "Bot:Index:Colour is not a setting; known here are DataDirectory, Store.",
                "Bot:Index:DataDirectory is empty. For example: data (or Bot__Index__DataDirectory in the environment).",
                "Bot:Index:Store is \"oracle\", but must be memory. For example: memory (or Bot__Index__Store in the environment).",
                "Bot:Sedes is not a setting; did you mean Seeds?",
                "Bot:Seeds:DebounceSecond is not a setting; did you mean DebounceSeconds?",
                "Bot:Seeds:MaximumFileBytes is 0, but must be from 1 to 2147483647. For example: 20971520 (or Bot__Seeds__MaximumFileBytes in the environment).",
                "Bot:Seeds:PdfTimeoutSeconds must be a number. For example: 60 (or Bot__Seeds__PdfTimeoutSeconds in the environment).",
                "Bot:Seeds:Watch must be true or false. For example: true (or Bot__Seeds__Watch in the environment).",
            ],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_settings_file_that_is_no_json_is_reported_with_its_place()
    {
        var file = _folder.Write(BotHome.SettingsFile, "{ \"Bot\": {\n oops } }");

        var run = await CommandLineRun.RunAsync(_folder, ["check"], replace: new FakeRetrieval().Register);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_settings_file()
    {
        _folder.Write(BotHome.SettingsFile, """{ "Bot": { "Seeds": { "Path": "nowhere" } } }""");
        var other = _folder.CreateFolder("other");
        IReadOnlyList<string> read = [];

        var run = await CommandLineRun.RunAsync(_folder, ["check", "--documents", "other"], replace: services =>
        {
            var retrieval = new FakeRetrieval();
            var build = retrieval.Build;
            retrieval.Build = (sources, progress, token) =>
            {
                read = sources;
                return build(sources, progress, token);
            };
            retrieval.Register(services);
        });

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([other], read);
    }

    [Fact]
    public async Task A_missing_folder_is_reported_with_where_it_was_looked_for()
    {
        var run = await CommandLineRun.RunAsync(_folder, ["ask", "anything", "--documents", "nowhere"], replace: new FakeRetrieval().Register);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(Path.Combine(_folder.Path, "nowhere"), run.Error, StringComparison.Ordinal);
        Assert.Contains("--documents DIR", run.Error, StringComparison.Ordinal);
    }
}
