using Bot.Host.Adapters.Slack;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.Slack;

/// <summary>The manifest that operators paste asks for what the code uses, and for nothing else.</summary>
public sealed class SlackManifestTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "slack-manifest.yaml"));

    [Fact]
    public void It_asks_for_the_scopes_that_the_bot_needs() =>
        Assert.Equal([.. SlackScopes.Needed.Append(SlackScopes.Assistant).Order(StringComparer.Ordinal)], ListUnder("bot:"));

    [Fact]
    public void It_subscribes_to_the_events_that_the_bot_takes() => Assert.Equal(SlackScopes.Events.Order(StringComparer.Ordinal), ListUnder("bot_events:"));

    [Fact]
    public void It_declares_the_commands_that_the_bot_knows() => Assert.Equal(
        SlackCommands.All,
        Lines.Where(line => line.Contains("- command: ", StringComparison.Ordinal)).Select(line => line.Split(": ")[1].Trim()));

    [Theory]
    [InlineData("socket_mode_enabled: true")]
    [InlineData("token_rotation_enabled: false")]
    [InlineData("is_enabled: true")]
    [InlineData("messages_tab_enabled: true")]
    [InlineData("messages_tab_read_only_enabled: false")]
    [InlineData("home_tab_enabled: true")]
    [InlineData("agent_view:")]
    public void It_switches_on_what_the_bot_relies_on(string line) => Assert.Contains(line, Lines.Select(text => text.Trim()));

    [Fact]
    public void The_guide_explains_every_scope_and_every_setting()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "slack-setup.md"));

        Assert.All(ListUnder("bot:"), scope => Assert.Contains($"`{scope}`", guide, StringComparison.Ordinal));
        Assert.All(
            typeof(Bot.Host.Settings.SlackSettings).GetProperties(),
            setting => Assert.Contains($"`{setting.Name}`", guide, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ListUnder(string key) => Lines
        .SkipWhile(line => line.Trim() != key)
        .Skip(1)
        .TakeWhile(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
        .Select(line => line.Trim()[2..]);
}
