using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.Architecture;

/// <summary>Reads what the compiled assemblies refer to, and fails on an arrow that the solution's shape doesn't have.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly string[] Host = ["Bot.Retrieval", "Bot.Discord", "Bot.Slack"];

    // The test project's own folder says which of Debug and Release is being tested.
    private static readonly string BuildFolder = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "Bot.Host.Tests"), AppContext.BaseDirectory);

    public static TheoryData<string> Projects => [.. BuiltProjects];

    private static IEnumerable<string> BuiltProjects => new[] { "src", "tests", "bench" }
        .Select(folder => Path.Combine(Repository.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
        .Where(project => File.Exists(AssemblyOf(project)))
        .Select(project => Path.GetRelativePath(Repository.Root, project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_it_may(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);

        var arrows = ReferencesOf(AssemblyOf(Path.Combine(Repository.Root, project))).Where(reference => reference.StartsWith("Bot.", StringComparison.Ordinal));

        Assert.Empty(arrows.Except(AllowedFor(name)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_the_host_knows_hosting_consoles_and_command_lines(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        string[] hostOnly = ["Microsoft.Extensions.Hosting", "Spectre.Console", "System.CommandLine"];

        var references = ReferencesOf(AssemblyOf(Path.Combine(Repository.Root, project)));

        // What the bench compares the host's start with is a host too.
        Assert.True(name is "Bot.BareHost" || name.StartsWith("Bot.Host", StringComparison.Ordinal) || !references.Intersect(hostOnly).Any());
    }

    [Fact]
    public void Every_project_of_the_product_is_looked_at()
    {
        var built = BuiltProjects.Select(project => Path.GetFileNameWithoutExtension(project)!).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "Bot.Host", "Bot.Retrieval", "Bot.Host.Tests" }, built);
    }

    [Theory]
    [InlineData("Bot.Retrieval", "Bot.Discord", false)]
    [InlineData("Bot.Discord", "Bot.Retrieval", false)]
    [InlineData("Bot.Slack", "Bot.Discord", false)]
    [InlineData("Bot.Host", "Bot.Slack", true)]
    [InlineData("Bot.Host", "Bot.Testing", false)]
    [InlineData("Bot.Slack.Simulator", "Bot.Slack", false)]
    [InlineData("Bot.Slack.Tests", "Bot.Slack.Simulator", true)]
    [InlineData("Bot.Slack.Tests", "Bot.Host", false)]
    [InlineData("Bot.Host.Tests", "Bot.Discord.Simulator", true)]
    [InlineData("Bot.Host.Tests", "Bot.Discord", false)]
    [InlineData("Bot.Benchmarks", "Bot.Retrieval", true)]
    [InlineData("Bot.ChatBench", "Bot.Discord.Simulator", true)]
    [InlineData("Bot.ChatBench", "Bot.Host", false)]
    [InlineData("Bot.Testing", "Bot.Host", false)]
    [InlineData("Bot.Newcomer", "Bot.Retrieval", false)]
    public void The_table_of_arrows_covers_projects_to_come(string from, string to, bool allowed) =>
        Assert.Equal(allowed, AllowedFor(from).Contains(to, StringComparer.Ordinal));

    private static string[] AllowedFor(string project) => project switch
    {
        "Bot.Host" => Host,
        // Its hand-written fakes stand in for what the host calls in Bot.Retrieval; the platforms have simulators.
        "Bot.Host.Tests" => ["Bot.Host", "Bot.Retrieval", "Bot.Discord.Simulator", "Bot.Slack.Simulator", "Bot.OpenAI.Simulator", "Bot.Testing"],
        "Bot.Benchmarks" => ["Bot.Retrieval"],
        // It runs the host as a process and knows only the other side of the wire.
        "Bot.ChatBench" => ["Bot.Discord.Simulator", "Bot.Slack.Simulator"],
        _ when project.EndsWith(".Simulator", StringComparison.Ordinal) => ["Bot.Testing"],
        _ when project.EndsWith(".Tests", StringComparison.Ordinal) => TestsOf(project[..^".Tests".Length]),
        _ => [],
    };

    private static string[] TestsOf(string project) => [project, $"{project}.Simulator", "Bot.Testing"];

    private static string AssemblyOf(string project) =>
        Path.Combine(Path.GetDirectoryName(project)!, BuildFolder, $"{Path.GetFileNameWithoutExtension(project)}.dll");

    private static List<string> ReferencesOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
