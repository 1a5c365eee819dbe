using System.Net.WebSockets;
using System.Text;
using Bot.Slack.SocketMode;
using Bot.Slack.Tests.Support;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>What the client does in each fault of a socket's life.</summary>
public sealed class SocketModeClientTests
{
    [Fact]
    public async Task Connected_means_that_hello_came()
    {
        await using var client = new SocketModeFixture();
        client.Start();
        var socket = await client.Slack.NextSocketAsync();
        Assert.Equal(0, client.Client.Health.Connected);

        socket.SayHello();

        await client.UntilAsync(() => client.Client.Health.Connected == 1);
    }

    [Fact]
    public async Task Without_hello_the_socket_is_given_up_and_a_new_address_is_used()
    {
        await using var client = new SocketModeFixture();
        client.Start();
        var silent = await client.Slack.NextSocketAsync();

        await client.NextGreetedAsync();

        await silent.Disposed;
        Assert.Equal(2, client.Slack.UsedAddresses.Distinct().Count());
        Assert.True(client.Slack.AskedAt.Last() - client.Slack.AskedAt.First() >= client.Options.Timings.Hello);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task On_a_refresh_the_new_socket_is_there_before_the_old_one_goes(string reason)
    {
        await using var client = new SocketModeFixture();
        var old = await client.ConnectAsync();

        old.SayDisconnect(reason);
        var next = await client.Slack.NextSocketAsync();
        Assert.False(old.IsClosed);
        // The old one still delivers, and is acknowledged on itself.
        old.Deliver("late");
        Assert.Equal("late", (await old.NextSentAsync()).GetProperty("envelope_id").GetString());
        next.SayHello();

        await client.UntilAsync(() => old.Disposed.IsCompleted);
        Assert.True(old.IsClosed);
        Assert.Equal(1, client.Client.Health.Connected);
    }

    [Fact]
    public async Task The_old_socket_is_kept_until_it_has_acknowledged_what_it_owes()
    {
        await using var client = new SocketModeFixture();
        var old = await client.ConnectAsync();
        var written = new TaskCompletionSource<EnvelopeReply>();
        client.Handler.Answer = _ => written.Task;
        old.Deliver("slow");
        await client.UntilAsync(() => client.Handler.Seen.Count == 1);

        old.SayDisconnect("refresh_requested");
        await client.NextGreetedAsync();
        await client.UntilAsync(() => client.Slack.All.Count == 2);
        client.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(old.IsClosed);
        written.SetResult(EnvelopeReply.Received);

        Assert.Equal("slow", (await old.NextSentAsync()).GetProperty("envelope_id").GetString());
    }

    [Theory]
    [InlineData("link_disabled", 300)]
    [InlineData("too_many_websockets", 30)]
    public async Task Some_reasons_mean_a_long_wait(string reason, int seconds)
    {
        await using var client = new SocketModeFixture();
        var old = await client.ConnectAsync();
        var before = client.Clock.GetUtcNow();

        old.SayDisconnect(reason);
        await client.NextGreetedAsync();

        Assert.True(client.Slack.AskedAt.Last() - before >= TimeSpan.FromSeconds(seconds));
        Assert.True(old.Disposed.IsCompleted);
    }

    [Theory]
    [InlineData("link_disabled", 300)]
    [InlineData("too_many_websockets", 30)]
    public async Task A_disconnect_in_the_place_of_hello_counts_as_such(string reason, int seconds)
    {
        await using var client = new SocketModeFixture();
        client.Start();
        (await client.Slack.NextSocketAsync()).SayDisconnect(reason);

        await client.NextGreetedAsync();

        Assert.True(client.Slack.AskedAt.Last() - client.Slack.AskedAt.First() >= TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_closed_or_broken_socket_is_replaced_with_a_new_address(bool orderly)
    {
        await using var client = new SocketModeFixture();
        var old = await client.ConnectAsync();

        if (orderly)
        {
            old.Close();
        }
        else
        {
            old.Break();
        }
        await client.NextGreetedAsync();

        Assert.Equal(2, client.Slack.UsedAddresses.Distinct().Count());
    }

    [Fact]
    public async Task A_refused_address_is_never_used_again()
    {
        await using var client = new SocketModeFixture();
        client.Slack.Refusals = 3;

        await client.ConnectAsync();

        Assert.Equal(4, client.Slack.UsedAddresses.Count);
        Assert.Equal(4, client.Slack.UsedAddresses.Distinct().Count());
        Assert.DoesNotContain(client.Logger.Lines, line => line.Message.Contains("ticket", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("network_error")]
    [InlineData("ratelimited")]
    [InlineData("an_error_nobody_heard_of")]
    public async Task Failures_to_get_an_address_are_tried_again_with_growing_waits(string error)
    {
        await using var client = new SocketModeFixture();
        for (var i = 0; i < 8; i++)
        {
            client.Slack.AddressErrors.Enqueue(error);
        }

        await client.ConnectAsync();

        var waits = client.Slack.AskedAt.Zip(client.Slack.AskedAt.Skip(1), (first, second) => (second - first).TotalSeconds).ToList();
        Assert.Equal(8, waits.Count);
        Assert.All(waits.Zip([1.0, 2, 4, 8, 16, 32, 60, 60]), pair => Assert.True(pair.First >= pair.Second));
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("token_revoked")]
    [InlineData("missing_scope")]
    [InlineData("not_allowed_token_type")]
    public async Task Final_errors_end_the_client_and_all_its_sockets(string error)
    {
        await using var client = new SocketModeFixture(connections: 2);
        client.Start();
        await client.NextGreetedAsync();
        await client.NextGreetedAsync();
        await client.UntilAsync(() => client.Client.Health.Connected == 2);
        client.Slack.AddressErrors.Enqueue(error);

        client.Slack.All[0].Close();
        await client.UntilAsync(() => client.Running.IsCompleted);

        Assert.Equal(error, (await Assert.ThrowsAsync<SlackApiException>(() => client.Running)).Code);
        Assert.Equal(0, client.Slack.NotDisposed);
        Assert.Equal(0, client.Client.Health.Connected);
    }

    [Fact]
    public async Task A_socket_on_which_not_even_pings_come_is_replaced()
    {
        await using var client = new SocketModeFixture();
        var dead = await client.ConnectAsync();
        var before = client.Clock.GetUtcNow();

        await client.NextGreetedAsync();

        Assert.InRange(client.Slack.AskedAt.Last() - before, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(300));
        await client.UntilAsync(() => dead.Disposed.IsCompleted);
    }

    [Fact]
    public async Task A_quiet_socket_with_pings_is_kept()
    {
        await using var client = new SocketModeFixture();
        var quiet = await client.ConnectAsync();

        for (var i = 0; i < 60; i++)
        {
            client.Clock.Advance(TimeSpan.FromSeconds(10));
            quiet.NotePing();
        }

        Assert.Equal(1, client.Slack.AddressesGiven);
    }

    [Fact]
    public async Task A_socket_is_replaced_before_its_announced_life_ends()
    {
        await using var client = new SocketModeFixture();
        client.Start();
        var old = await client.Slack.NextSocketAsync();
        old.SayHello(lifetime: 1000);
        await client.UntilAsync(() => client.Client.Health.Connected == 1);

        for (var i = 0; i < 100 && client.Slack.AddressesGiven == 1; i++)
        {
            old.NotePing();
            await ClockSteps.StepAsync(client.Clock);
            client.Clock.Advance(TimeSpan.FromSeconds(10));
        }
        await client.NextGreetedAsync();

        Assert.InRange(client.Slack.AskedAt.Last() - client.Slack.AskedAt.First(), TimeSpan.FromSeconds(700), TimeSpan.FromSeconds(1000));
        Assert.False(old.Disposed.IsCompleted);
    }

    [Fact]
    public async Task A_close_handshake_that_never_ends_is_cut_off()
    {
        await using var client = new SocketModeFixture();
        var old = await client.ConnectAsync();
        old.AnswersClose = false;

        old.SayDisconnect("refresh_requested");
        await client.NextGreetedAsync();

        await client.UntilAsync(() => old.Disposed.IsCompleted);
    }

    [Fact]
    public async Task Acknowledgements_wait_for_the_handler_and_carry_its_answer()
    {
        await using var client = new SocketModeFixture();
        var socket = await client.ConnectAsync();
        client.Handler.Answer = envelope => Task.FromResult(envelope.Type == EnvelopeType.Interactive
            ? EnvelopeReply.Errors(new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "No such clause" })
            : EnvelopeReply.Received);

        socket.Deliver("plain");
        var plain = await socket.NextSentAsync();
        socket.Deliver("form", "interactive", acceptsReply: true);
        var form = await socket.NextSentAsync();

        Assert.Equal("""{"envelope_id":"plain"}""", plain.GetRawText());
        Assert.Equal("""{"envelope_id":"form","payload":{"response_action":"errors","errors":{"b":"No such clause"}}}""", form.GetRawText());
    }

    [Fact]
    public async Task What_could_not_be_written_down_is_not_acknowledged()
    {
        await using var client = new SocketModeFixture();
        var socket = await client.ConnectAsync();
        client.Handler.Answer = envelope => envelope.Id == "bad" ? throw new IOException("The disk is full") : Task.FromResult(EnvelopeReply.Received);

        socket.Deliver("bad");
        socket.Deliver("good");

        Assert.Equal("good", (await socket.NextSentAsync()).GetProperty("envelope_id").GetString());
        await client.UntilAsync(() => client.Logger.Lines.Any(line => line.Level == LogLevel.Error));
    }

    [Fact]
    public async Task Each_socket_acknowledges_what_it_delivered()
    {
        await using var client = new SocketModeFixture(connections: 2);
        client.Start();
        var first = await client.NextGreetedAsync();
        var second = await client.NextGreetedAsync();
        await client.UntilAsync(() => client.Client.Health.Connected == 2);

        first.Deliver("one");
        second.Deliver("two");

        Assert.Equal("one", (await first.NextSentAsync()).GetProperty("envelope_id").GetString());
        Assert.Equal("two", (await second.NextSentAsync()).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_socket_that_is_lost_before_its_acknowledgement_takes_the_acknowledgement_with_it()
    {
        await using var client = new SocketModeFixture(connections: 2);
        client.Start();
        var first = await client.NextGreetedAsync();
        var second = await client.NextGreetedAsync();
        var written = new TaskCompletionSource<EnvelopeReply>();
        client.Handler.Answer = envelope => envelope.Id == "lost" ? written.Task : Task.FromResult(EnvelopeReply.Received);
        first.Deliver("lost");
        await client.UntilAsync(() => client.Handler.Seen.Count == 1);

        first.Break();
        await client.UntilAsync(() => client.Client.Health.Connected == 1);
        written.SetResult(EnvelopeReply.Received);
        second.Deliver("next");

        Assert.Equal("next", (await second.NextSentAsync()).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_full_queue_never_blocks_the_reading_and_says_what_the_handler_says()
    {
        await using var client = new SocketModeFixture(connections: 1, options => (options.QueueLength, options.Handlers) = (2, 1));
        var socket = await client.ConnectAsync();
        var written = new TaskCompletionSource<EnvelopeReply>();
        client.Handler.Answer = _ => written.Task;
        client.Handler.AnswerWhenFull = EnvelopeReply.Message(ResponseMessage.Ephemeral("Busy", blocks: null));

        socket.Deliver("at work");
        await client.UntilAsync(() => client.Handler.Seen.Count == 1);
        socket.Deliver("waits 1");
        socket.Deliver("waits 2");
        socket.Deliver("too much", "slash_commands", acceptsReply: true);

        var busy = await socket.NextSentAsync();
        Assert.Equal("too much", busy.GetProperty("envelope_id").GetString());
        Assert.Equal("Busy", busy.GetProperty("payload").GetProperty("text").GetString());
        written.SetResult(EnvelopeReply.Received);
        Assert.Equal("at work", (await socket.NextSentAsync()).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task Nonsense_is_passed_over_and_the_socket_lives_on()
    {
        await using var client = new SocketModeFixture();
        var socket = await client.ConnectAsync();

        socket.Say("not json");
        socket.Say([1, 2, 3], WebSocketMessageType.Binary);
        socket.Say("""{"type":"brand_new"}""");
        socket.Say("""{"type":"brand_new","envelope_id":"new"}""");

        Assert.Equal("new", (await socket.NextSentAsync()).GetProperty("envelope_id").GetString());
        Assert.Equal(1, client.Slack.AddressesGiven);
    }

    [Fact]
    public async Task Fragments_are_put_together()
    {
        await using var client = new SocketModeFixture();
        var socket = await client.ConnectAsync();
        var bytes = Encoding.UTF8.GetBytes("""{"type":"events_api","envelope_id":"王","payload":{}}""");

        foreach (var piece in bytes.Chunk(7))
        {
            socket.Say(piece, WebSocketMessageType.Text, end: false);
        }
        socket.Say([], WebSocketMessageType.Text);

        Assert.Equal("王", (await socket.NextSentAsync()).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_message_over_the_limit_costs_the_socket_and_not_the_process()
    {
        await using var client = new SocketModeFixture(connections: 1, options => options.MaximumMessageBytes = 1000);
        var socket = await client.ConnectAsync();

        socket.Say(new byte[600], WebSocketMessageType.Text, end: false);
        socket.Say(new byte[600], WebSocketMessageType.Text, end: false);

        await client.NextGreetedAsync();
        await client.UntilAsync(() => socket.Disposed.IsCompleted);
    }

    [Fact]
    public async Task Stopping_finishes_what_was_received_and_closes_the_sockets_last()
    {
        await using var client = new SocketModeFixture();
        var socket = await client.ConnectAsync();
        var written = new TaskCompletionSource<EnvelopeReply>();
        client.Handler.Answer = _ => written.Task;
        socket.Deliver("last");
        await client.UntilAsync(() => client.Handler.Seen.Count == 1);

        var stopping = client.StopAsync();
        Assert.False(socket.IsClosed);
        written.SetResult(EnvelopeReply.Received);

        Assert.Equal("last", (await socket.NextSentAsync()).GetProperty("envelope_id").GetString());
        await stopping;
        Assert.True(socket.IsClosed);
    }

    [Fact]
    public async Task A_thousand_replacements_never_have_more_than_two_sockets_open_and_leave_none()
    {
        await using var client = new SocketModeFixture(connections: 1, options =>
        {
            options.Timings.BackoffFirst = TimeSpan.FromMilliseconds(1);
            options.Timings.BackoffLongest = TimeSpan.FromMilliseconds(1);
            options.Timings.Linger = TimeSpan.Zero;
        });
        var socket = await client.ConnectAsync();

        for (var i = 0; i < 1000; i++)
        {
            switch (i % 4)
            {
                case 0:
                    socket.SayDisconnect("refresh_requested");
                    break;
                case 1:
                    socket.Close();
                    break;
                case 2:
                    socket.Break();
                    break;
                default:
                    socket.SayDisconnect("warning");
                    break;
            }
            var next = await client.NextGreetedAsync();
            Assert.InRange(client.Slack.NotDisposed, 1, 2);
            socket = next;
        }

        await client.StopAsync();
        Assert.Equal(1001, client.Slack.All.Count);
        Assert.Equal(0, client.Slack.NotDisposed);
    }
}
