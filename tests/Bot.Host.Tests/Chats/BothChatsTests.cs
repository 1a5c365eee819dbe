using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Discord.Simulator;
using Bot.Host.Conversations;
using Bot.Host.Tests.Slack;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Answering;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Chats;

/// <summary>One process on Discord and on Slack.</summary>
public sealed partial class BothChatsTests : IAsyncLifetime
{
    private const string Question = "How long are records kept?";

    private SlackWorld _world = null!;
    private DiscordSimulator _discord = null!;

    public static TheoryData<string> Answers => ["short", "not found", "quoted apart", "punctuation", "chinese"];

    public async Task InitializeAsync() => (_world, _discord) = (await SlackWorld.StartAsync(), await DiscordSimulator.StartAsync());

    public async Task DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task One_answer_has_the_same_words_numbers_and_citations_on_both(string kind)
    {
        _world.Retrieval.Answer = _ => Answer(kind);
        await using var bot = await StartAsync();

        var onSlack = await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, Question));
        _discord.Ask(Question);
        var onDiscord = await _discord.ExpectReplyAsync(message => message.Content.Length > 0);

        var slack = SlackTexts(onSlack);
        string[] discord = [Bare(onDiscord.Content), .. onDiscord.Embeds.EnumerateArray().Select(DiscordText)];
        Assert.Equal(discord, slack);
        Assert.Equal(onDiscord.CustomIds.Count(), SlackWorld.ActionsOf(onSlack.Blocks).Count());
    }

    [Fact]
    public async Task A_slack_whose_token_is_revoked_leaves_discord_serving_and_health_says_which()
    {
        await using var bot = await StartAsync();

        await _world.Slack.Revoke(TokenState.Revoked)!.Acknowledged;
        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Open.IsEmpty ? _world : null, "the sockets to close");
        _discord.Ask(Question);
        await _discord.ExpectReplyAsync(message => message.Content.Length > 0);

        var (status, body) = await HealthAsync(bot);
        Assert.Equal(503, status);
        var slack = body.GetProperty("platforms").EnumerateArray().Single(platform => platform.GetProperty("name").GetString() == "slack");
        var discord = body.GetProperty("platforms").EnumerateArray().Single(platform => platform.GetProperty("name").GetString() == "discord");
        Assert.Equal("failed", slack.GetProperty("connection").GetString());
        Assert.Contains("Bot:Slack:BotToken", slack.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal("connected", discord.GetProperty("connection").GetString());
    }

    [Fact]
    public async Task A_slack_that_refuses_the_token_at_the_start_leaves_discord_serving()
    {
        _world.Slack.Workspace.Token = TokenState.Revoked;
        await using var bot = await RunningBot.StartAsync(_world.Folder, AllSettings, _world.Retrieval);
        await _discord.ExpectAsync("identify");

        _discord.Ask(Question);
        await _discord.ExpectReplyAsync(message => message.Content.Length > 0);

        Assert.Equal(PlatformConnection.Failed, bot.Get<PlatformRegistry>().Get("slack").State.Connection);
    }

    [Fact]
    public async Task A_discord_that_refuses_the_token_leaves_slack_serving()
    {
        await using var bot = await RunningBot.StartAsync(_world.Folder, [.. AllSettings, ("Discord:Token", "wrong")], _world.Retrieval);
        await _world.Slack.ConnectedAsync(2);

        var discord = bot.Get<PlatformRegistry>().Get("discord");
        for (var question = 0; question < 100 && discord.State.Connection != PlatformConnection.Failed; question++)
        {
            await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, Question));
        }

        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, Question));
        Assert.Equal(PlatformConnection.Failed, discord.State.Connection);
    }

    [Fact]
    public async Task Health_names_both_while_both_are_connected()
    {
        await using var bot = await StartAsync();

        var (_, body) = await HealthAsync(bot);

        Assert.Equal(
            [("discord", "connected"), ("slack", "connected")],
            body.GetProperty("platforms").EnumerateArray()
                .Select(platform => (platform.GetProperty("name").GetString(), platform.GetProperty("connection").GetString()))
                .Order());
    }

    private IEnumerable<(string Name, string Value)> AllSettings =>
        [.. _world.Settings, ("Discord:Token", _discord.Token), ("Discord:ApiBaseAddress", _discord.ApiBaseAddress.ToString())];

    private async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync(_world.Folder, AllSettings, _world.Retrieval);
        await _world.Slack.ConnectedAsync(2);
        await _discord.ExpectAsync("identify");
        return bot;
    }

    private static Answer Answer(string kind) => kind switch
    {
        "short" => FakeRetrieval.Grounded("Seven years. [1]", FakeRetrieval.Cite("Seven years.")),
        "not found" => FakeRetrieval.NotFound(NotFoundReason.NotConfident),
        "quoted apart" => FakeRetrieval.Grounded("It is long. [1] And longer. [2]", FakeRetrieval.Cite("Seven years."), FakeRetrieval.Cite("Nine years.", 2, "Another policy")),
        "punctuation" => FakeRetrieval.Grounded("A & B < C > *D* _E_ `F` ~G~ <!channel> @everyone [1]", FakeRetrieval.Cite("a*b & <c> | d", title: "T & <T> *t*")),
        _ => FakeRetrieval.Grounded("记录保存七年。 [1]", FakeRetrieval.Cite("记录须保存七年。", title: "政策")),
    };

    private static string[] SlackTexts(SlackMessage message) =>
    [
        .. message.Blocks!
            .Where(block => (string?)block!["type"] == "section")
            .Select(block => Bare(Unescape((string)block!["text"]!["text"]!).Replace("\n> ", "\n", StringComparison.Ordinal))),
    ];

    // Slack has the title as a link, and the place before the quote.
    private static string DiscordText(JsonElement embed)
    {
        var (title, description) = (embed.GetProperty("title").GetString()!, embed.GetProperty("description").GetString()!);
        var lines = description.Split('\n');
        var link = embed.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null;
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        var head = link is null ? title : $"{title[..space]} {link} {title[(space + 1)..]}";
        return Bare(string.Join('\n', [head, lines[^1], .. lines[..^1]]));
    }

    private static string Unescape(string mrkdwn) => LinkInText().Replace(mrkdwn, "${address} ${label}")
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    // Without what each chat needs in order to show a character as it is.
    private static string Bare(string text) => text
        .Replace("\\", "", StringComparison.Ordinal)
        .Replace("\u2060", "", StringComparison.Ordinal)
        .Replace("\u200B", "", StringComparison.Ordinal);

    private static async Task<(int Status, JsonElement Body)> HealthAsync(RunningBot bot)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(bot.Get<Bot.Host.Admin.HealthServer>().Address!, "health/ready"));
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex(@"<(?<address>https?://[^|>]+)\|(?<label>[^>]*)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkInText();
}
