using System.Text.Json.Nodes;
using Bot.Host.Tests.Support;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Slack;

/// <summary>A simulated Slack with a person and a channel, and the bot's folder and answers.</summary>
internal sealed class SlackWorld : IAsyncDisposable
{
    private SlackWorld(SlackSimulator slack)
    {
        Slack = slack;
        Ann = slack.AddUser("ann");
        Boss = slack.AddUser("boss", isAdmin: true);
        Law = slack.AddChannel("law", Ann, Boss);
    }

    public SlackSimulator Slack { get; }

    public SlackUser Ann { get; }

    /// <summary>An admin of the workspace.</summary>
    public SlackUser Boss { get; }

    public SlackChannel Law { get; }

    public TemporaryFolder Folder { get; } = new();

    public FakeRetrieval Retrieval { get; } = new();

    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("Slack:BotToken", Slack.BotToken), ("Slack:AppToken", Slack.AppToken), ("Slack:ApiBaseAddress", Slack.ApiBaseAddress.ToString()),
        ("Conversations:QuestionsPerUserPerMinute", "0"), ("Conversations:QuestionsPerMinute", "0"),
    ];

    /// <summary>A simulator that also tells of messages in channels, as the manifest asks for.</summary>
    public static SlackSimulatorOptions Options { get; } = new()
    {
        Subscriptions = new HashSet<string>(StringComparer.Ordinal)
        {
            "app_mention", "message.im", "message.channels", "message.groups", "message.mpim", "app_home_opened", "reaction_added",
            "message_stream_stopped", "app_uninstalled", "tokens_revoked",
        },
    };

    public static async Task<SlackWorld> StartAsync(SlackSimulatorOptions? options = null) => new(await SlackSimulator.StartAsync(options ?? Options));

    public async Task<RunningBot> StartBotAsync(params (string Name, string Value)[] settings)
    {
        var bot = await RunningBot.StartAsync(Folder, [.. Settings, .. settings], Retrieval);
        await Slack.ConnectedAsync(2);
        return bot;
    }

    /// <summary>All texts of blocks, one a line.</summary>
    public static string TextOf(JsonArray? blocks) => string.Join('\n', Texts(blocks));

    /// <summary>The action ids in blocks.</summary>
    public static IEnumerable<string> ActionsOf(JsonNode? blocks) => blocks switch
    {
        JsonArray list => list.SelectMany(ActionsOf),
        JsonObject map => map.SelectMany(field => field is { Key: "action_id", Value: { } id } ? [id.ToString()] : ActionsOf(field.Value)),
        _ => [],
    };

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        Folder.Dispose();
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject map => map.SelectMany(field => field is { Key: "text", Value: JsonValue text } ? [text.ToString()] : Texts(field.Value)),
        _ => [],
    };
}
