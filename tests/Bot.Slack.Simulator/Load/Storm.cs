using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Load;

/// <summary>
/// Many questions of many people while Slack refreshes and drops sockets, loses acknowledgements, delivers a fifth of the events twice
/// and a third out of order, answers 429 and 5xx and cuts answers off (half of that after doing what was asked), and the bot is stopped
/// once and killed once.
/// </summary>
public sealed class Storm(SlackSimulator slack, StormBot bot, Func<int, string> question)
{
    private const int Seed = 20_260_820;
    private const int People = 50;
    private const int Channels = 10;
    private const int MostUnanswered = 150;
    private const int Disturbances = 50;

    private static readonly string[] Troubled =
        ["chat.postMessage", "chat.update", "conversations.replies", "assistant.threads.setStatus", "apps.connections.open", "users.info", "auth.test"];

    // Real time: the bot is a process of its own. Long pauses between reconnects are the bot's right.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Random _chance = new(Seed);

    /// <summary>
    /// A Slack to storm in: no limits by tier, since nobody would get through, and redeliveries seconds apart, as the restarts are.
    /// It tells of messages in channels too, so that a mention in a thread comes as two events.
    /// </summary>
    public static SlackSimulatorOptions Options { get; } = new()
    {
        RateLimitFactor = 0,
        RedeliveryDelays = [TimeSpan.Zero, .. Enumerable.Repeat(TimeSpan.FromSeconds(2), 60)],
        Subscriptions = new HashSet<string>(new SlackSimulatorOptions().Subscriptions, StringComparer.Ordinal) { "message.channels" },
        Seed = Seed,
    };

    /// <summary>Runs it.</summary>
    /// <returns>The account of all questions; the caller disposes it.</returns>
    public async Task<ReplyLedger> RunAsync(int questions)
    {
        var ledger = new ReplyLedger(slack);
        var people = Enumerable.Range(0, People).Select(number => slack.AddUser($"person-{number}")).ToArray();
        var channels = Enumerable.Range(0, Channels).Select(number => slack.AddChannel($"channel-{number}", people)).ToArray();
        await bot.Start();
        await slack.ConnectedAsync(2);
        slack.Sockets.Disorder = new(Seed, duplicated: 0.2, delayed: 0.3, maximumDelay: TimeSpan.FromSeconds(1));
        slack.Faults.ByChance(
            Seed, share: 0.06, Troubled,
            new ApiFault.Status(500), new ApiFault.Status(503, Applied: true), new ApiFault.CutAnswer(), new ApiFault.CutAnswer(Applied: false),
            new ApiFault.RateLimited(TimeSpan.FromSeconds(1)), new ApiFault.Error("internal_error"), new ApiFault.Garbage());
        for (var number = 0; number < questions; number++)
        {
            await DisturbAsync(number, questions);
            if (!await ledger.WaitUntilUnansweredAsync(MostUnanswered, Patience))
            {
                break;
            }
            var (person, channel, text) = (people[_chance.Next(People)], channels[_chance.Next(Channels)], question(number));
            ledger.Ask(() => _chance.Next(3) == 0 ? person.Message(text) : person.Mention(channel, text));
        }
        await ledger.WaitUntilUnansweredAsync(0, Patience);
        // A redelivery, or a retry on its way, could still double a reply.
        await Task.WhenAll(ledger.Deliveries.Select(delivery => delivery.Acknowledged)).WaitAsync(Patience, TimeProvider.System);
        await bot.Stop();
        slack.Faults.Clear();
        return ledger;
    }

    private async Task DisturbAsync(int number, int questions)
    {
        if (number == questions / 3)
        {
            await bot.Stop();
            await bot.Start();
        }
        else if (number == questions * 2 / 3)
        {
            await bot.Kill();
            await bot.Start();
        }
        else if (number > 0 && number % (questions / Disturbances) == 0 && slack.Sockets.Open is { IsEmpty: false } open)
        {
            Disturb(open[_chance.Next(open.Length)]);
        }
    }

    private void Disturb(SlackSocket socket)
    {
        switch (_chance.Next(4))
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
                slack.Sockets.LoseAcknowledgements(5);
                break;
        }
    }
}
