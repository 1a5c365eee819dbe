using System.Text.Json;
using Bot.Host.Settings;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Support;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Load;

namespace Bot.Host.Tests.Slack;

/// <summary>The program itself, in processes of its own, through all faults at once.</summary>
[Collection(StormGroup.Name)]
public sealed class SlackStormTests : IDisposable
{
    private const int Questions = 2000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_of_2000_questions_gets_exactly_one_answer_through_refreshes_doubles_errors_and_two_restarts()
    {
        await using var slack = await SlackSimulator.StartAsync(Storm.Options);
        _folder.Write("seeds/warranty.md", "# Warranty\n\nThe warranty lasts seven years. Repairs are free in the first two years.\n");
        _folder.Write(BotHome.SettingsFile, JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Bot:Slack:BotToken"] = slack.BotToken,
            ["Bot:Slack:AppToken"] = slack.AppToken,
            ["Bot:Slack:ApiBaseAddress"] = slack.ApiBaseAddress.AbsoluteUri,
            ["Bot:Http:Address"] = "",
            ["Bot:Conversations:QuestionsPerUserPerMinute"] = 0,
            ["Bot:Conversations:QuestionsPerMinute"] = 0,
        }));

        using var program = new ProgramUnderStorm(_folder);
        using var ledger = await new Storm(slack, new(program.StartAsync, program.StopAsync, program.KillAsync), number => $"How long does warranty {number} last?").RunAsync(Questions);

        Assert.Equal((Questions, Questions, 0), (ledger.Asked, ledger.AnsweredOnce, ledger.AnsweredTwice));
        Assert.All(ledger.Replies, reply => Assert.Contains("seven years", reply.Text, StringComparison.Ordinal));
        // The weather was bad: this is no test of a quiet day.
        // How often a socket is refreshed depends on how long the machine takes for all of it.
        Assert.True(slack.Sockets.Opened > 10);
        Assert.True(slack.Calls.Count(call => call.Status is 0 or >= 429) > 100);
        Assert.True(ledger.Deliveries.Count(delivery => delivery.Attempts.Length > 1) > Questions / 10);
        // A process that starts anew doesn't know what the one before was told to wait for, and how many calls that concerns
        // depends on the machine. A client that didn't wait would call early hundreds of times.
        Assert.InRange(slack.EarlyCalls, 0, Questions / 50);
    }
}
