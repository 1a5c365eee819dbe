using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Bot.Host.Conversations;
using Bot.Host.Tests.Support;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Slack;

/// <summary>What the network and Slack do to sockets, and that questions are answered all the same.</summary>
public sealed class SlackSocketFaultTests : IAsyncLifetime
{
    // Waits of the bot, such as twelve seconds for hello, are a tenth as long.
    private const int Speed = 10;

    private SlackWorld _world = null!;

    public async Task InitializeAsync() =>
        _world = await SlackWorld.StartAsync(SlackWorld.Options with { RateLimitFactor = 0, PingInterval = TimeSpan.FromMilliseconds(200) });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_socket_without_hello_is_given_up_and_another_is_opened()
    {
        _world.Slack.Sockets.WithholdHello();

        await using var bot = await StartAsync();

        Assert.Equal(3, _world.Slack.Sockets.Opened);
        await AnswersAsync();
    }

    [Theory]
    [InlineData(DisconnectReason.Warning)]
    [InlineData(DisconnectReason.RefreshRequested)]
    public async Task A_socket_that_is_to_be_refreshed_is_replaced_before_it_is_left(DisconnectReason reason)
    {
        await using var bot = await StartAsync();
        var old = _world.Slack.Sockets.Open[0];
        var fewest = 2;
        _world.Slack.Changed += change =>
        {
            if (change is SlackChange.SocketClosed)
            {
                fewest = Math.Min(fewest, _world.Slack.Sockets.Open.Count(socket => socket.IsReady));
            }
        };

        old.AnnounceDisconnect(reason);
        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Opened == 3 ? _world : null, "the new socket");
        await old.Closed;

        Assert.True(old.ClosedByApp);
        Assert.Equal(2, fewest);
        await AnswersAsync();
    }

    [Fact]
    public async Task Questions_of_a_refresh_are_answered_once_whichever_socket_brings_them()
    {
        await using var bot = await StartAsync();

        foreach (var socket in _world.Slack.Sockets.Open)
        {
            socket.AnnounceDisconnect(DisconnectReason.RefreshRequested);
        }
        var questions = Enumerable.Range(0, 20).Select(number => _world.Ann.Mention(_world.Law, $"question {number}")).ToList();

        foreach (var question in questions)
        {
            await _world.Slack.ReplyAsync(question);
        }
        await AnswersAsync();
        Assert.All(questions, question => Assert.Single(question.BotReplies));
    }

    [Fact]
    public async Task A_refresh_at_once_without_notice_is_survived()
    {
        await using var bot = await StartAsync();

        foreach (var socket in _world.Slack.Sockets.Open)
        {
            socket.Disconnect(DisconnectReason.RefreshRequested);
        }

        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Opened >= 4 && Ready == 2 ? _world : null, "two new sockets");
        await AnswersAsync();
    }

    [Fact]
    public async Task When_socket_mode_is_switched_off_the_operator_is_told_and_the_bot_comes_back_with_it()
    {
        await using var bot = await RunningBot.StartAsync(_world.Folder, _world.Settings, _world.Retrieval, new FastTimeProvider(150));
        await _world.Slack.ConnectedAsync(2);
        var slack = bot.Get<PlatformRegistry>().Get("slack");

        _world.Slack.Sockets.SetLinkDisabled(isDisabled: true);
        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Opened >= 3 && _world.Slack.Sockets.Open.IsEmpty ? _world : null, "a refused try");
        var (while_off, tries) = (slack.State, _world.Slack.Sockets.Opened);
        _world.Slack.Sockets.SetLinkDisabled(isDisabled: false);
        await _world.Slack.ConnectedAsync(2);

        Assert.Equal(PlatformConnection.Connecting, while_off.Connection);
        Assert.Contains(bot.Logs.At(LogLevel.Error), line => line.StartsWith("Socket Mode is switched off", StringComparison.Ordinal));
        // Five minutes between tries, not seconds.
        Assert.InRange(tries, 3, 4);
        await AnswersAsync();
    }

    [Fact]
    public async Task A_socket_that_is_one_too_many_is_left_and_the_other_serves()
    {
        await using var bot = await StartAsync();

        _world.Slack.Sockets.Open[0].Disconnect(DisconnectReason.TooManyWebsockets);
        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Open.Length == 1 ? _world : null, "one socket less");

        await AnswersAsync();
        Assert.Contains(bot.Logs.At(LogLevel.Warning), line => line.StartsWith("This Slack app has too many sockets", StringComparison.Ordinal));
        Assert.Equal(2, _world.Slack.Sockets.Opened);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(1012)]
    [InlineData(4000)]
    public async Task No_close_code_is_final(int code)
    {
        await using var bot = await StartAsync();

        foreach (var socket in _world.Slack.Sockets.Open)
        {
            socket.Close((WebSocketCloseStatus)code);
        }

        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Opened == 4 && Ready == 2 ? _world : null, "two new sockets");
        await AnswersAsync();
    }

    [Fact]
    public async Task Connections_that_break_are_made_again()
    {
        await using var bot = await StartAsync();

        foreach (var socket in _world.Slack.Sockets.Open)
        {
            socket.Drop();
        }

        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Opened == 4 && Ready == 2 ? _world : null, "two new sockets");
        await AnswersAsync();
    }

    [Fact]
    public async Task A_refused_address_is_not_tried_again()
    {
        // The simulator notes it as a mistake when an address comes twice.
        _world.Slack.Sockets.IssueDeadTickets(2);

        await using var bot = await StartAsync();

        Assert.Equal(4, Calls("apps.connections.open"));
        await AnswersAsync();
    }

    [Fact]
    public async Task Opening_is_tried_until_it_succeeds_and_waits_as_long_as_slack_says()
    {
        _world.Slack.Faults.Next(
            "apps.connections.open",
            new ApiFault.RateLimited(TimeSpan.FromSeconds(1)), new ApiFault.Status(502), new ApiFault.Error("internal_error"), new ApiFault.Error("fatal_error"),
            new ApiFault.Garbage(Applied: false), new ApiFault.CutAnswer(Applied: false), new ApiFault.Error("service_unavailable"), new ApiFault.Silence());

        await using var bot = await RunningBot.StartAsync(_world.Folder, _world.Settings, _world.Retrieval);
        await _world.Slack.UntilAsync(() => Ready == 2 ? _world : null, "two sockets", TimeSpan.FromSeconds(120));

        Assert.Equal(0, _world.Slack.EarlyCalls);
        await AnswersAsync();
    }

    [Fact]
    public async Task A_half_open_connection_is_noticed()
    {
        await using var bot = await StartAsync();
        var old = _world.Slack.Sockets.Open;

        foreach (var socket in old)
        {
            socket.GoSilent();
        }

        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Open.Count(socket => socket.IsReady && !old.Contains(socket)) == 2 ? _world : null, "two new sockets", TimeSpan.FromSeconds(60));
        await Task.WhenAll(old.Select(socket => socket.Closed));
        await AnswersAsync();
    }

    [Theory]
    [InlineData("{not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"type":"weather","text":"rain"}""")]
    [InlineData("""{"envelope":"without an id"}""")]
    [InlineData("""{"type":"disconnect"}""")]
    public async Task What_makes_no_sense_is_passed_over(string message)
    {
        await using var bot = await StartAsync();

        foreach (var socket in _world.Slack.Sockets.Open)
        {
            socket.SendRaw(message);
            socket.SendBinary(new byte[] { 1, 2, 3 });
        }

        await AnswersAsync();
    }

    [Theory]
    [InlineData("""{"type":"app_rate_limited","minute_rate_limited":1518467820,"team_id":"T1"}""")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","event":{"type":"message"}}""")]
    [InlineData("""{"type":"event_callback","event":{"type":"newest_thing","user":7}}""")]
    public async Task An_event_without_what_it_should_have_is_acknowledged_and_passed_over(string payload)
    {
        await using var bot = await StartAsync();

        await _world.Slack.PublishPayload(JsonNode.Parse(payload)!.AsObject()).Acknowledged;

        await AnswersAsync();
    }

    [Fact]
    public async Task Messages_in_fragments_are_read_whole()
    {
        await using var bot = await StartAsync();
        foreach (var socket in _world.Slack.Sockets.Open)
        {
            socket.FragmentBytes = 7;
        }

        var question = _world.Ann.Mention(_world.Law, "第22603(b)条 說什麼?");
        await _world.Slack.ReplyAsync(question);

        Assert.Equal("第22603(b)条 說什麼?", Assert.Single(_world.Retrieval.Asked));
    }

    [Fact]
    public async Task A_message_without_end_costs_the_socket_and_no_more()
    {
        await using var bot = await StartAsync();
        var victim = _world.Slack.Sockets.Open[0];

        victim.SendRaw($$"""{"type":"huge","text":"{{new string('x', 9 * 1024 * 1024)}}"}""");
        await victim.Closed;

        await _world.Slack.ConnectedAsync(2);
        await AnswersAsync();
    }

    [Fact]
    public async Task After_stopping_no_connection_is_left()
    {
        await using (await StartAsync())
        {
            await AnswersAsync();
        }

        await _world.Slack.UntilAsync(() => _world.Slack.Sockets.Open.IsEmpty ? _world : null, "the end of the sockets");
    }

    private int Ready => _world.Slack.Sockets.Open.Count(socket => socket.IsReady);

    private async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync(_world.Folder, _world.Settings, _world.Retrieval, new FastTimeProvider(Speed));
        await _world.Slack.ConnectedAsync(2);
        return bot;
    }

    private int Calls(string method) => _world.Slack.Calls.Count(call => call.Method == method);

    /// <summary>A question is answered, and once.</summary>
    private async Task AnswersAsync()
    {
        var question = _world.Ann.Mention(_world.Law, "Are you there?");
        await _world.Slack.ReplyAsync(question);
        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "And now?"));
        Assert.Single(question.BotReplies);
    }
}
