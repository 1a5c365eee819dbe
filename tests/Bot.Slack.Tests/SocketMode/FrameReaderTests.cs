using System.Text;
using System.Text.Json;
using Bot.Slack.SocketMode;
using Bot.Slack.SocketMode.Payloads;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Slack.Tests.SocketMode;

public sealed class FrameReaderTests
{
    [Fact]
    public void Hello_tells_the_count_and_the_lifetime() => Assert.Equal(
        new SocketFrame.Hello(2, TimeSpan.FromSeconds(18060)),
        Read("""{"type":"hello","num_connections":2,"debug_info":{"host":"h","build_number":7,"approximate_connection_time":18060},"connection_info":{"app_id":"A1"}}"""));

    [Theory]
    [InlineData("warning")]
    [InlineData("something_new")]
    public void Disconnect_tells_its_reason(string reason) => Assert.Equal(
        new SocketFrame.Disconnect(reason), Read($$"""{"type":"disconnect","reason":"{{reason}}"}"""));

    [Fact]
    public void A_redelivery_tells_that_it_is_one()
    {
        var envelope = Assert.IsType<SocketFrame.Delivery>(Read(
            """{"type":"events_api","envelope_id":"e1","payload":{"event":{}},"accepts_response_payload":false,"retry_attempt":2,"retry_reason":"timeout","new":1}""")).Envelope;

        Assert.Equal(("e1", EnvelopeType.EventsApi, 2, "timeout"), (envelope.Id, envelope.Type, envelope.RetryAttempt, envelope.RetryReason));
    }

    [Fact]
    public void An_unknown_type_with_an_id_can_be_acknowledged()
    {
        var envelope = Assert.IsType<SocketFrame.Delivery>(Read("""{"type":"workflow_step","envelope_id":"e1"}""")).Envelope;

        Assert.Equal(("e1", EnvelopeType.Unknown), (envelope.Id, envelope.Type));
    }

    [Fact]
    public void A_message_with_a_field_of_a_strange_kind_can_still_be_acknowledged()
    {
        var envelope = Assert.IsType<SocketFrame.Delivery>(Read("""{"type":"events_api","envelope_id":"e1","retry_attempt":{"n":1}}""")).Envelope;

        Assert.Equal(("e1", EnvelopeType.Unknown), (envelope.Id, envelope.Type));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("""{"type":""")]
    public void What_is_not_a_message_is_unreadable(string text) => Assert.IsType<SocketFrame.Unreadable>(Read(text));

    [Fact]
    public void Any_bytes_can_come() => Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes => FrameReader.Read(bytes) is not null));

    [Theory]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":5,"event":{"type":"app_mention","user":"U1","text":"<@U0> hi","ts":"1.2","channel":"C1"}}""", typeof(SlackPayload.Mention))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel_type":"im"}}""", typeof(SlackPayload.Message))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"reaction_added","item":{"type":"message"}}}""", typeof(SlackPayload.Reaction))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"app_home_opened"}}""", typeof(SlackPayload.AppHome))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"assistant_thread_started","assistant_thread":{"user_id":"U1"}}}""", typeof(SlackPayload.AssistantOpened))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"message_stream_stopped"}}""", typeof(SlackPayload.StreamStopped))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"tokens_revoked"}}""", typeof(SlackPayload.Withdrawn))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"app_uninstalled"}}""", typeof(SlackPayload.Withdrawn))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"brand_new"}}""", typeof(SlackPayload.Other))]
    [InlineData("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820}""", typeof(SlackPayload.EventsDropped))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1"}""", typeof(SlackPayload.Unreadable))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":null}""", typeof(SlackPayload.Unreadable))]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"message","ts":17.5}}""", typeof(SlackPayload.Unreadable))]
    [InlineData("""[]""", typeof(SlackPayload.Unreadable))]
    public void Events_are_read(string payload, Type kind) => Assert.IsType(kind, PayloadReader.Read(Envelope(EnvelopeType.EventsApi, payload)));

    [Theory]
    [InlineData("""{"type":"block_actions","actions":[{"action_id":"a","value":"v"}]}""", typeof(SlackPayload.Pressed))]
    [InlineData("""{"type":"block_suggestion","action_id":"a","value":"226"}""", typeof(SlackPayload.Suggest))]
    [InlineData("""{"type":"view_submission","view":{"state":{"values":{"b":{"a":{"type":"external_select","selected_option":{"value":"v"}}}}}}}""", typeof(SlackPayload.Submitted))]
    [InlineData("""{"type":"view_closed"}""", typeof(SlackPayload.Other))]
    [InlineData("""{"type":"shortcut"}""", typeof(SlackPayload.Other))]
    [InlineData("null", typeof(SlackPayload.Unreadable))]
    public void Interactions_are_read(string payload, Type kind) => Assert.IsType(kind, PayloadReader.Read(Envelope(EnvelopeType.Interactive, payload)));

    [Fact]
    public void A_submitted_choice_is_found_by_its_block_and_action()
    {
        var submitted = Assert.IsType<SlackPayload.Submitted>(PayloadReader.Read(Envelope(
            EnvelopeType.Interactive, """{"type":"view_submission","view":{"state":{"values":{"b":{"a":{"type":"external_select","selected_option":{"value":"v"}}}}}}}""")));

        Assert.Equal("v", submitted.Interaction.View!.State!.Of("b", "a"));
        Assert.Null(submitted.Interaction.View.State.Of("b", "other"));
    }

    [Fact]
    public void Secrets_and_words_stay_out_of_the_text_of_payloads()
    {
        var command = PayloadReader.Read(Envelope(
            EnvelopeType.SlashCommands, """{"command":"/ask","text":"private","channel_id":"C1","response_url":"https://hooks.test/secret"}"""));

        Assert.DoesNotContain("secret", command.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("private", command.ToString(), StringComparison.Ordinal);
    }

    private static SocketFrame Read(string text) => FrameReader.Read(Encoding.UTF8.GetBytes(text));

    private static Envelope Envelope(EnvelopeType type, string payload) =>
        new("e1", type, $"{type}", JsonDocument.Parse(payload).RootElement, AcceptsReply: false, 0, "");
}
