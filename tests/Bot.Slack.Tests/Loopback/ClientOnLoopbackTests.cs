using System.Net.WebSockets;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.SocketMode;
using Bot.Slack.Tests.Support;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.Loopback;

/// <summary>The client on real sockets. The simulator throws at its end for what an app must never do.</summary>
public sealed class ClientOnLoopbackTests
{
    [Fact]
    public async Task Events_are_acknowledged_on_the_socket_that_brought_them()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack);
        var (ann, law) = Room(slack);

        for (var i = 0; i < 50; i++)
        {
            await AllAcknowledged(ann.Mention(law, $"question {i}").Deliveries);
        }

        Assert.Equal(50, client.Handler.Seen.Count);
        Assert.All(client.Handler.Seen, envelope => Assert.Equal(0, envelope.RetryAttempt));
    }

    [Theory]
    [InlineData(DisconnectReason.Warning)]
    [InlineData(DisconnectReason.RefreshRequested)]
    public async Task A_refresh_leaves_no_moment_without_a_socket(DisconnectReason reason)
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack, options => options.Connections = 1);
        var (ann, law) = Room(slack);
        var old = slack.Sockets.Open[0];

        old.AnnounceDisconnect(reason);
        await slack.UntilAsync(() => slack.Sockets.Opened == 2 ? slack : null, "a second socket");
        await AllAcknowledged(ann.Mention(law, "in between").Deliveries);
        await old.Closed;

        Assert.True(old.ClosedByApp);
        Assert.Single(slack.Sockets.Open);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(1012)]
    [InlineData(4001)]
    [InlineData(0)]
    public async Task No_close_code_is_final(int code)
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack, options => options.Connections = 1);
        var (ann, law) = Room(slack);

        if (code == 0)
        {
            slack.Sockets.Open[0].Drop();
        }
        else
        {
            slack.Sockets.Open[0].Close((WebSocketCloseStatus)code);
        }
        await slack.UntilAsync(() => slack.Sockets.Opened == 2 ? slack : null, "a second socket");
        await slack.ConnectedAsync();

        await AllAcknowledged(ann.Mention(law, "after").Deliveries);
    }

    [Fact]
    public async Task Dead_tickets_and_withheld_hellos_cost_a_new_address_each()
    {
        await using var slack = await SlackSimulator.StartAsync();
        slack.Sockets.IssueDeadTickets(2);
        slack.Sockets.WithholdHello(2);

        await using var client = await RunningClient.StartAsync(slack, options => (options.Connections, options.Timings.Hello) = (1, TimeSpan.FromMilliseconds(500)));

        Assert.Equal(5, slack.Calls.Count(call => call.Method == "apps.connections.open"));
    }

    [Fact]
    public async Task A_half_open_connection_is_noticed_and_replaced()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack, options =>
        {
            options.Connections = 1;
            options.Timings.Ping = TimeSpan.FromMilliseconds(200);
            options.Timings.Pong = TimeSpan.FromMilliseconds(300);
        });

        slack.Sockets.Open[0].GoSilent();

        await slack.UntilAsync(() => slack.Sockets.Opened == 2 ? slack : null, "a second socket");
    }

    [Fact]
    public async Task A_socket_without_slacks_pings_is_noticed_by_the_watchdog()
    {
        await using var slack = await SlackSimulator.StartAsync(new SlackSimulatorOptions { PingInterval = TimeSpan.FromHours(1) });

        // The client's own pings are off, so only the watchdog can notice.
        await using var client = await RunningClient.StartAsync(slack, options =>
        {
            options.Connections = 1;
            options.Timings.Ping = TimeSpan.Zero;
            options.Timings.Silence = TimeSpan.FromMilliseconds(400);
        });

        await slack.UntilAsync(() => slack.Sockets.Opened == 2 ? slack : null, "a second socket");
        Assert.Contains(client.Logger.Lines, line => line.Message.Contains("Silent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pings_alone_keep_the_watchdog_quiet()
    {
        await using var slack = await SlackSimulator.StartAsync(new SlackSimulatorOptions { PingInterval = TimeSpan.FromMilliseconds(50) });
        await using var client = await RunningClient.StartAsync(slack, options =>
        {
            options.Connections = 1;
            options.Timings.Ping = TimeSpan.Zero;
            options.Timings.Silence = TimeSpan.FromSeconds(1);
        });
        var (ann, law) = Room(slack);

        // Two of the watchdog's spans pass on the simulator's own clock of pings.
        using var pings = new PeriodicTimer(TimeSpan.FromSeconds(2), TimeProvider.System);
        await pings.WaitForNextTickAsync();

        await AllAcknowledged(ann.Mention(law, "still here").Deliveries);
        Assert.Equal(1, slack.Sockets.Opened);
    }

    [Fact]
    public async Task A_lost_acknowledgement_brings_the_event_again()
    {
        await using var slack = await SlackSimulator.StartAsync(new SlackSimulatorOptions { AcknowledgementWindow = TimeSpan.FromMilliseconds(200) });
        await using var client = await RunningClient.StartAsync(slack);
        var (ann, law) = Room(slack);
        slack.Sockets.LoseAcknowledgements();

        await AllAcknowledged(ann.Mention(law, "question").Deliveries);

        Assert.Equal([0, 1], client.Handler.Seen.Select(envelope => envelope.RetryAttempt));
        Assert.Equal(2, client.Handler.Seen.Select(envelope => envelope.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Nonsense_and_fragments_leave_the_socket_alive()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack, options => options.Connections = 1);
        var (ann, law) = Room(slack);
        var socket = slack.Sockets.Open[0];

        socket.SendRaw("{not json");
        socket.SendBinary(new byte[] { 0, 1, 2 });
        socket.SendRaw("""{"type":"brand_new"}""");
        socket.SendFragmented("""{"type":"brand_new","text":"王王王王"}""", bytesPerFrame: 3);
        await AllAcknowledged(ann.Mention(law, "still here").Deliveries);

        Assert.Equal(1, slack.Sockets.Opened);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("garbage")]
    [InlineData("status")]
    [InlineData("silence")]
    public async Task A_post_whose_answer_is_lost_stands_there_once(string fault)
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack, options => options.CallTimeout = TimeSpan.FromSeconds(1));
        var (ann, law) = Room(slack);
        var question = ann.Mention(law, "question");
        slack.Faults.Next("chat.postMessage", fault switch
        {
            "cut" => new ApiFault.CutAnswer(),
            "garbage" => new ApiFault.Garbage(),
            "status" => new ApiFault.Status(503, Applied: true),
            _ => new ApiFault.Silence(Applied: true),
        });

        var posted = await client.Chat.PostAsync(new OutgoingMessage(law.Id, "answer", [], question.RootTs, "a1"), CancellationToken.None);

        Assert.Equal(Assert.Single(question.BotReplies).Ts, posted.Ts);
    }

    [Fact]
    public async Task A_post_that_slack_never_saw_is_posted_in_the_end()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack);
        var (ann, law) = Room(slack);
        var question = ann.Mention(law, "question");
        slack.Faults.Next("chat.postMessage", new ApiFault.Status(500), new ApiFault.Error("internal_error"), new ApiFault.RateLimited(TimeSpan.FromSeconds(1)));

        await client.Chat.PostAsync(new OutgoingMessage(law.Id, "answer", [], question.RootTs, "a1"), CancellationToken.None);

        Assert.Single(question.BotReplies);
        Assert.Equal(0, slack.EarlyCalls);
    }

    [Fact]
    public async Task Slacks_own_rate_limits_are_kept()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack);
        var (ann, law) = Room(slack);
        var question = ann.Mention(law, "question");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            client.Chat.PostAsync(new OutgoingMessage(law.Id, $"answer {i}", [], question.RootTs, $"a{i}"), CancellationToken.None)));

        Assert.Equal(8, question.BotReplies.Count());
        Assert.Equal(0, slack.EarlyCalls);
    }

    [Fact]
    public async Task A_stream_grows_and_ends()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack);
        var (ann, law) = Room(slack);
        var question = ann.Mention(law, "question");

        await using (var stream = await client.Streams.StartAsync(law.Id, question.RootTs, new StreamRecipient(ann.Id, ann.TeamId), CancellationToken.None))
        {
            await stream.AppendAsync("First. ", CancellationToken.None);
            await stream.AppendAsync("Second.", CancellationToken.None);
            await stream.StopAsync([], "a1", CancellationToken.None);
        }

        Assert.Equal("First. Second.", Assert.Single(question.BotReplies).Text);
    }

    [Fact]
    public async Task A_wrong_app_token_ends_the_client_with_a_sentence()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = RunningClient.Start(slack, options => options.AppToken = "xapp-1-wrong");

        var failure = await Assert.ThrowsAsync<SlackApiException>(() => client.Running);

        Assert.Equal("Slack refused apps.connections.open: the token isn't valid (invalid_auth). Copy it again from the app's settings.", failure.Message);
        slack.TakeUnexpected();
    }

    [Fact]
    public async Task The_bots_identity_comes_with_its_scopes()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var client = await RunningClient.StartAsync(slack);

        var identity = await client.Auth.TestAsync(CancellationToken.None);

        Assert.Equal(slack.Workspace.BotUserId, identity.UserId);
        Assert.Contains("chat:write", identity.Scopes);
    }

    [Fact]
    public async Task A_thousand_reconnects_leave_no_socket_behind_and_lose_no_event()
    {
        await using var slack = await SlackSimulator.StartAsync(new SlackSimulatorOptions
        {
            RateLimitFactor = 0,
            RedeliveryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1)],
            AcknowledgementWindow = TimeSpan.FromSeconds(1),
        });
        await using var client = await RunningClient.StartAsync(slack, options => options.Timings.Linger = TimeSpan.FromMilliseconds(1));
        var (ann, law) = Room(slack);
        var deliveries = new List<Delivery>();

        for (var i = 0; slack.Sockets.Opened < 1002; i++)
        {
            await slack.ConnectedAsync(2);
            deliveries.AddRange(ann.Mention(law, $"question {i}").Deliveries);
            var socket = slack.Sockets.Open.First(open => open.IsReady);
            switch (i % 4)
            {
                case 0:
                    socket.Disconnect(DisconnectReason.RefreshRequested);
                    break;
                case 1:
                    socket.Drop();
                    break;
                case 2:
                    socket.Close(WebSocketCloseStatus.EndpointUnavailable);
                    break;
                default:
                    socket.AnnounceDisconnect(DisconnectReason.Warning);
                    break;
            }
            await socket.Closed;
        }
        await slack.ConnectedAsync(2);
        await AllAcknowledged(deliveries);
        await slack.UntilAsync(() => slack.Sockets.Open.Length == 2 ? slack : null, "two sockets and no more");

        // An event counts as seen however often it came.
        Assert.Equal(
            deliveries.Count,
            client.Handler.Seen.Select(envelope => envelope.Payload.GetProperty("event_id").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, client.Sockets.Health.Connected);
    }

    [Fact]
    public async Task Stopping_closes_every_socket_in_good_order()
    {
        await using var slack = await SlackSimulator.StartAsync();
        SlackSocket[] sockets;
        await using (await RunningClient.StartAsync(slack, options => options.Connections = 3))
        {
            sockets = [.. slack.Sockets.Open];
        }

        await Task.WhenAll(sockets.Select(socket => socket.Closed));
        Assert.All(sockets, socket => Assert.True(socket.ClosedByApp));
        Assert.Empty(slack.Sockets.Open);
    }

    private static (Bot.Slack.Simulator.Workspaces.SlackUser Ann, Bot.Slack.Simulator.Workspaces.SlackChannel Law) Room(SlackSimulator slack)
    {
        var ann = slack.AddUser("ann");
        return (ann, slack.AddChannel("law", ann));
    }

    private static async Task AllAcknowledged(IEnumerable<Delivery> deliveries) =>
        await Task.WhenAll(deliveries.Select(delivery => delivery.Acknowledged)).WaitAsync(TimeSpan.FromSeconds(60));
}
