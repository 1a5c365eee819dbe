using Bot.Host.Tests.Support;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Host.Tests.Slack;

/// <summary>Everything that can go wrong, at once, while many ask: each question has one reply at the end.</summary>
public sealed class SlackStormTests : IAsyncLifetime
{
    private const int Questions = 2000;
    private const int People = 50;
    private const int Seed = 20_260_820;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Troubled =
        ["chat.postMessage", "chat.update", "conversations.replies", "assistant.threads.setStatus", "apps.connections.open", "users.info"];

    private SlackWorld _world = null!;
    private int _settled;

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync(SlackWorld.Options with
    {
        RateLimitFactor = 0,
        AcknowledgementWindow = TimeSpan.FromSeconds(3),
        // Slack gives up after minutes; here the restarts are seconds apart, and so are the redeliveries.
        RedeliveryDelays = [TimeSpan.Zero, .. Enumerable.Repeat(TimeSpan.FromSeconds(2), 60)],
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Two_thousand_questions_have_one_reply_each_whatever_happens()
    {
        var people = Enumerable.Range(0, People).Select(number => _world.Slack.AddUser($"person{number}")).ToList();
        var channels = Enumerable.Range(0, 10).Select(number => _world.Slack.AddChannel($"channel{number}", [.. people])).ToList();
        _world.Slack.Sockets.Disorder = new DeliveryDisorder(Seed, duplicated: 0.2, delayed: 0.3, maximumDelay: TimeSpan.FromSeconds(1));
        _world.Slack.Faults.ByChance(
            Seed, share: 0.05, Troubled,
            new ApiFault.Status(500), new ApiFault.Status(503, Applied: true), new ApiFault.CutAnswer(), new ApiFault.CutAnswer(Applied: false),
            new ApiFault.RateLimited(TimeSpan.FromSeconds(1)), new ApiFault.Error("internal_error"), new ApiFault.Garbage());
        var chance = new Random(Seed);
        var questions = new List<UserPost>();
        var bot = await StartAsync();

        for (var number = 0; number < Questions; number++)
        {
            var person = people[chance.Next(People)];
            var text = $"question {number}";
            questions.Add(chance.Next(3) == 0 ? person.Message(text) : person.Mention(channels[chance.Next(channels.Count)], text));
            Disturb(number, chance);
            bot = number is Questions / 3 or Questions * 2 / 3 ? await RestartedAsync(bot) : bot;
            // As fast as the bot takes them in, not faster: what it refuses as too busy is a reply too, and would hide a loss.
            await _world.Slack.UntilAsync(() => Unanswered(questions) < 200 ? _world : null, "room for more questions", Patience);
        }
        await _world.Slack.UntilAsync(() => Unanswered(questions) == 0 ? _world : null, "the last answers", Patience);
        await Task.WhenAll(questions.SelectMany(question => question.Deliveries).Select(delivery => delivery.Acknowledged)).WaitAsync(Patience, TimeProvider.System);
        _world.Slack.Faults.Clear();
        await bot.DisposeAsync();

        Assert.All(questions, question => Assert.Equal("Seven years. [1]", Assert.Single(question.BotReplies).Text));
        Assert.Equal(0, _world.Slack.EarlyCalls);
        // The weather was bad: this is no test of a quiet day.
        Assert.True(_world.Slack.Sockets.Opened > 10);
        Assert.True(_world.Slack.Calls.Count(call => call.Status is 0 or >= 429) > 50);
        Assert.True(questions.SelectMany(question => question.Deliveries).Count(delivery => delivery.Attempts.Length > 1) > Questions / 10);
    }

    private int Unanswered(List<UserPost> questions)
    {
        while (questions.Count > _settled && questions[_settled].BotReplies.Any())
        {
            _settled++;
        }
        return questions.Count - _settled;
    }

    private Task<RunningBot> StartAsync() => RunningBot.StartAsync(
        _world.Folder, [.. _world.Settings, ("Conversations:ShutdownSeconds", "1")], _world.Retrieval);

    private async Task<RunningBot> RestartedAsync(RunningBot bot)
    {
        await bot.DisposeAsync();
        return await StartAsync();
    }

    /// <summary>Now and then something happens to a socket or an acknowledgement.</summary>
    private void Disturb(int number, Random chance)
    {
        var open = _world.Slack.Sockets.Open;
        if (number % 40 == 20 && !open.IsEmpty)
        {
            var socket = open[chance.Next(open.Length)];
            switch (chance.Next(4))
            {
                case 0:
                    socket.Disconnect(DisconnectReason.RefreshRequested);
                    break;
                case 1:
                    socket.AnnounceDisconnect(DisconnectReason.Warning);
                    break;
                case 2:
                    socket.Drop();
                    break;
                default:
                    _world.Slack.Sockets.LoseAcknowledgements(5);
                    break;
            }
        }
    }
}
