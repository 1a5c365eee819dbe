using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Settings;

public sealed partial class SampleFileTests
{
    private static readonly string SampleFile = Path.Combine(Repository.Root, "appsettings.sample.json");

    private static readonly Dictionary<string, Type> Sections = typeof(BotSettings).Assembly.GetTypes()
        .Where(type => type.GetField("SectionName") is { IsLiteral: true })
        .ToDictionary(type => (string)type.GetField("SectionName")!.GetRawConstantValue()!);

    public static TheoryData<string> SectionNames => [.. Sections.Keys];

    [Theory]
    [MemberData(nameof(SectionNames))]
    public void Every_setting_is_shown_with_its_default(string section)
    {
        var defaults = Activator.CreateInstance(Sections[section])!;
        using var sample = JsonDocument.Parse(File.ReadAllText(SampleFile), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

        var shown = sample.RootElement.GetProperty(BotSettings.RootName).GetProperty(section);

        Assert.Equal(
            Sections[section].GetProperties().ToDictionary(property => property.Name, property => JsonSerializer.Serialize(property.GetValue(defaults))),
            shown.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetRawText()));
    }

    [Fact]
    public void Every_line_that_sets_something_has_a_comment_above_it()
    {
        var lines = File.ReadAllLines(SampleFile);

        var bare = lines.Index().Where(line => Key().IsMatch(line.Item) && !lines[line.Index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal));

        // The root and the framework's own section explain themselves.
        Assert.Equal(["Bot", "LogLevel", "Default"], bare.Select(line => Key().Match(line.Item).Groups[1].Value));
    }

    [Fact]
    public async Task Copied_to_appsettings_json_it_runs()
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder("seeds");
        folder.Write(BotHome.SettingsFile, await File.ReadAllTextAsync(SampleFile));

        var run = await CommandLineRun.RunAsync(folder, ["check"], replace: new FakeRetrieval().Register);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Values_of_the_file_reach_the_settings()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(BotHome.SettingsFile, """
            { "Bot": { "Seeds": { "path": "papers", "Watch": "True", "DebounceSeconds": 0.5, "MaximumFileBytes": 3000000000 }, "Answers": { "MaximumCitations": 5 } } }
            """);
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(file).Build())
            .AddSettings()
            .BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SeedsSettings>>().Value);

        Assert.StartsWith("Bot:Seeds:MaximumFileBytes is 3000000000,", Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.Equal(5, services.GetRequiredService<IOptions<AnswersSettings>>().Value.MaximumCitations);
    }

    [GeneratedRegex("""^\s*"(\w+)":""")]
    private static partial Regex Key();
}
