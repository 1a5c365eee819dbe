using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.SocketMode;
using Bot.Testing;

namespace Bot.Slack.Tests.Simulator;

public sealed class SocketModeTests
{
    [Fact]
    public async Task A_mention_arrives_in_an_envelope_and_its_acknowledgement_is_noted()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        var general = slack.AddChannel("general", ann);
        using var socket = await app.ConnectAndGreetAsync();

        var question = ann.Mention(general, "What is a frontier model?");
        var envelope = await socket.ReceiveAsync();
        await socket.AcknowledgeAsync(envelope);

        Assert.Equal("events_api", (string?)envelope["type"]);
        Assert.Equal("app_mention", (string?)envelope["payload"]!["event"]!["type"]);
        Assert.Equal(question.Message.Ts, (string?)envelope["payload"]!["event"]!["ts"]);
        Assert.Equal((string?)envelope["envelope_id"], (await question.Deliveries.Single().Acknowledged).EnvelopeId);
    }

    [Fact]
    public async Task An_event_that_nobody_acknowledges_comes_again_three_times_with_new_envelopes()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        using var socket = await app.ConnectAndGreetAsync();
        var question = slack.AddUser("ann").Message("hello?");
        var envelopes = new List<JsonObject> { await socket.ReceiveAsync() };

        foreach (var delay in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5) })
        {
            clock.Advance(TimeSpan.FromSeconds(3) + delay);
            envelopes.Add(await socket.ReceiveAsync());
        }
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal([0, 1, 2, 3], envelopes.Select(envelope => (int)envelope["retry_attempt"]!));
        Assert.Equal(4, envelopes.Select(envelope => (string?)envelope["envelope_id"]).Distinct().Count());
        Assert.Single(envelopes.Select(envelope => (string?)envelope["payload"]!["event_id"]).Distinct());
        await Assert.ThrowsAsync<DeliveryLostException>(() => question.Deliveries.Single().Acknowledged);
    }

    [Fact]
    public async Task An_event_whose_socket_drops_before_the_acknowledgement_comes_on_another_socket()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        using var first = await app.ConnectAndGreetAsync();
        var question = slack.AddUser("ann").Message("hello?");
        await first.ReceiveAsync();
        using var second = await app.ConnectAndGreetAsync();

        slack.Sockets.Open[0].Drop();
        var again = await second.ReceiveAsync();
        await second.AcknowledgeAsync(again);
        await question.Deliveries.Single().Acknowledged;

        Assert.Equal(1, (int)again["retry_attempt"]!);
    }

    [Fact]
    public async Task A_ticket_is_good_for_one_connection()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var address = await app.OpenConnectionAsync();
        using var first = new ClientWebSocket();
        await first.ConnectAsync(address, CancellationToken.None);
        using var second = new ClientWebSocket();

        await Assert.ThrowsAsync<WebSocketException>(() => second.ConnectAsync(address, CancellationToken.None));

        Assert.Contains("used twice", Assert.Single(slack.TakeUnexpected()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_eleventh_socket_is_told_that_it_is_one_too_many()
    {
        await using var slack = await SlackSimulator.StartAsync(new() { RateLimitFactor = 0 });
        using var app = new RawSlackApp(slack);
        var sockets = new List<RawSlackApp.RawSocket>();
        for (var i = 0; i < 10; i++)
        {
            sockets.Add(await app.ConnectAndGreetAsync());
        }
        using var eleventh = await app.ConnectAsync();

        Assert.Equal("too_many_websockets", (string?)(await eleventh.ReceiveAsync())["reason"]);
        Assert.Equal("closed", (string?)(await eleventh.ReceiveAsync())["type"]);
        sockets.ForEach(socket => socket.Dispose());
    }

    [Theory]
    [InlineData(DisconnectReason.Warning, "warning")]
    [InlineData(DisconnectReason.RefreshRequested, "refresh_requested")]
    [InlineData(DisconnectReason.LinkDisabled, "link_disabled")]
    public async Task A_disconnect_message_names_its_reason(DisconnectReason reason, string name)
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        using var socket = await app.ConnectAndGreetAsync();

        slack.Sockets.Open.Single().Disconnect(reason);

        Assert.Equal(name, (string?)(await socket.ReceiveAsync())["reason"]);
        Assert.Equal("closed", (string?)(await socket.ReceiveAsync())["type"]);
    }

    [Fact]
    public async Task Acknowledging_on_another_socket_is_noted_as_a_mistake()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        using var first = await app.ConnectAndGreetAsync();
        slack.AddUser("ann").Message("hello?");
        var envelope = await first.ReceiveAsync();
        using var second = await app.ConnectAndGreetAsync();

        await second.AcknowledgeAsync(envelope);

        var mistake = await slack.UntilAsync(() => slack.Unexpected.FirstOrDefault(), "the mistake");
        Assert.Contains("was delivered on socket 1", mistake, StringComparison.Ordinal);
        slack.TakeUnexpected();
    }

    [Fact]
    public async Task A_duplicated_event_comes_on_both_sockets_with_the_same_event_id()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        using var first = await app.ConnectAndGreetAsync();
        using var second = await app.ConnectAndGreetAsync();
        slack.Sockets.Disorder = new DeliveryDisorder(seed: 7, duplicated: 1);

        slack.AddUser("ann").Message("hello?");
        var (one, other) = (await first.ReceiveAsync(), await second.ReceiveAsync());

        Assert.Equal((string?)one["payload"]!["event_id"], (string?)other["payload"]!["event_id"]);
        Assert.NotEqual((string?)one["envelope_id"], (string?)other["envelope_id"]);
        await first.AcknowledgeAsync(one);
        await second.AcknowledgeAsync(other);
    }

    [Fact]
    public async Task A_lost_acknowledgement_makes_the_event_come_again()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        using var socket = await app.ConnectAndGreetAsync();
        slack.Sockets.LoseAcknowledgements();
        slack.AddUser("ann").Message("hello?");
        await socket.AcknowledgeAsync(await socket.ReceiveAsync());
        await slack.UntilAsync(() => slack.Sockets.AcknowledgementLatencies.Length == 1 ? slack : null, "the lost acknowledgement");

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(1, (int)(await socket.ReceiveAsync())["retry_attempt"]!);
    }

    [Fact]
    public async Task A_silent_socket_sends_nothing_and_answers_no_ping()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        using var client = new ClientWebSocket();
        client.Options.KeepAliveInterval = TimeSpan.FromMilliseconds(100);
        client.Options.KeepAliveTimeout = TimeSpan.FromMilliseconds(300);
        await client.ConnectAsync(await app.OpenConnectionAsync(), CancellationToken.None);
        using var socket = new RawSlackApp.RawSocket(client);
        await socket.ReceiveAsync();

        slack.Sockets.Open.Single().GoSilent();
        slack.AddUser("ann").Message("hello?");

        // The client's keep-alive aborts the socket, which .NET reports as a cancelled receive.
        await Assert.ThrowsAsync<OperationCanceledException>(socket.ReceiveAsync);
        Assert.Equal(WebSocketState.Aborted, client.State);
    }

    [Fact]
    public async Task A_socket_is_warned_when_its_time_is_over_and_ended_ten_seconds_later()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock, ApproximateConnectionTime = TimeSpan.FromMinutes(5), PingInterval = TimeSpan.FromHours(1) });
        using var app = new RawSlackApp(slack);
        using var socket = await app.ConnectAndGreetAsync();

        clock.Advance(TimeSpan.FromMinutes(5));
        var warning = await socket.ReceiveAsync();
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("warning", (string?)warning["reason"]);
        Assert.Equal("refresh_requested", (string?)(await socket.ReceiveAsync())["reason"]);
        Assert.Equal("closed", (string?)(await socket.ReceiveAsync())["type"]);
    }

    [Fact]
    public async Task A_late_acknowledgement_makes_the_event_come_again()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        using var socket = await app.ConnectAndGreetAsync();
        slack.Sockets.AcknowledgementDelay = TimeSpan.FromSeconds(4);
        slack.AddUser("ann").Message("hello?");
        await socket.AcknowledgeAsync(await socket.ReceiveAsync());

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(1, (int)(await socket.ReceiveAsync())["retry_attempt"]!);
    }

    [Fact]
    public async Task A_socket_whose_app_keeps_tcp_open_after_closing_still_counts()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var socket = await app.ConnectAndGreetAsync();
        var closed = slack.Sockets.Open.Single().Closed;

        await socket.WebSocket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        await closed;

        Assert.Empty(slack.Sockets.Open);
        Assert.Equal(1, slack.Sockets.Connections);
        socket.Dispose();
    }

    [Fact]
    public async Task Link_disabled_closes_all_sockets_and_refuses_new_ones()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        using var before = await app.ConnectAndGreetAsync();

        slack.Sockets.SetLinkDisabled(isDisabled: true);
        using var after = await app.ConnectAsync();

        Assert.Equal("link_disabled", (string?)(await before.ReceiveAsync())["reason"]);
        Assert.Equal("link_disabled", (string?)(await after.ReceiveAsync())["reason"]);
    }

    [Fact]
    public async Task A_withheld_hello_never_comes_and_the_socket_gets_no_events()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        slack.Sockets.WithholdHello();
        using var mute = await app.ConnectAsync();
        await slack.UntilAsync(() => slack.Sockets.Open.Length == 1 ? slack : null, "the socket");
        using var greeted = await app.ConnectAndGreetAsync();

        slack.AddUser("ann").Message("hello?");

        Assert.Equal("events_api", (string?)(await greeted.ReceiveAsync())["type"]);
        Assert.False(slack.Sockets.Open[0].IsReady);
    }

    [Fact]
    public async Task A_fragmented_message_arrives_whole()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        using var socket = await app.ConnectAndGreetAsync();

        slack.Sockets.Open.Single().SendFragmented("""{"type":"strange","text":"加州"}""", bytesPerFrame: 3);

        Assert.Equal("加州", (string?)(await socket.ReceiveAsync())["text"]);
    }

    [Fact]
    public async Task An_event_that_waits_for_a_socket_comes_when_one_is_there_at_a_redelivery()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        slack.AddUser("ann").Message("anybody?");
        using var socket = await app.ConnectAndGreetAsync();

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (int)(await socket.ReceiveAsync())["retry_attempt"]!);
    }

    [Fact]
    public async Task Delayed_events_are_overtaken_by_later_ones()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        using var socket = await app.ConnectAndGreetAsync();
        var ann = slack.AddUser("ann");
        slack.Sockets.Disorder = new(seed: 3, delayed: 1, maximumDelay: TimeSpan.FromSeconds(1));
        ann.Message("first");
        slack.Sockets.Disorder = DeliveryDisorder.None;
        ann.Message("second");

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("second", (string?)(await socket.ReceiveAsync())["payload"]!["event"]!["text"]);
        Assert.Equal("first", (string?)(await socket.ReceiveAsync())["payload"]!["event"]!["text"]);
    }
}
