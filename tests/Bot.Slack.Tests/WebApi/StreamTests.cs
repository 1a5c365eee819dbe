using System.Text.Json;
using Bot.Slack.Blocks;
using Bot.Slack.Tests.Support;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.WebApi;

public sealed class StreamTests : IDisposable
{
    private readonly ApiFixture _slack = new();

    public StreamTests() => _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":true,"channel":"D1","ts":"1.5"}"""));

    [Fact]
    public async Task Text_is_sent_at_once_and_then_gathered_for_a_second()
    {
        await using var stream = await _slack.Streams.StartAsync("D1", "1.1", recipient: null, CancellationToken.None);

        await stream.AppendAsync("a", CancellationToken.None);
        await stream.AppendAsync("b", CancellationToken.None);
        await stream.AppendAsync("c", CancellationToken.None);
        _slack.Clock.Advance(TimeSpan.FromSeconds(1));
        await stream.AppendAsync("d", CancellationToken.None);
        await stream.AppendAsync("e", CancellationToken.None);
        await stream.StopAsync([new DividerBlock()], "a1", CancellationToken.None);

        Assert.Equal(["a", "bcd", "e"], Texts());
        var stop = _slack.Http.Sent[^1];
        Assert.Equal("chat.stopStream", stop.Method);
        Assert.Equal("a1", stop.Json.GetProperty("metadata").GetProperty("event_payload").GetProperty("answer_id").GetString());
        Assert.Single(stop.Json.GetProperty("blocks").EnumerateArray());
    }

    [Fact]
    public async Task A_long_text_goes_in_pieces_that_slack_takes()
    {
        await using var stream = await _slack.Streams.StartAsync("D1", "1.1", new StreamRecipient("U1", "T1"), CancellationToken.None);
        var text = string.Concat(Enumerable.Repeat("王😀", 9000));

        await stream.AppendAsync(text, CancellationToken.None);

        Assert.Equal(text, string.Concat(Texts()));
        Assert.All(Texts(), piece => Assert.True(piece.Length <= BlockLimits.MarkdownText && !char.IsHighSurrogate(piece[^1])));
        Assert.Equal("T1", _slack.Http.Sent[0].Json.GetProperty("recipient_team_id").GetString());
    }

    [Fact]
    public async Task A_stream_that_is_left_is_stopped_whatever_happened()
    {
        await using (await _slack.Streams.StartAsync("D1", "1.1", recipient: null, CancellationToken.None))
        {
            // Left without a word.
        }

        Assert.Equal(["chat.startStream", "chat.stopStream"], _slack.Http.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task A_stream_that_its_reader_stopped_says_so()
    {
        var stream = await _slack.Streams.StartAsync("D1", "1.1", recipient: null, CancellationToken.None);
        _slack.Http.AnswerWith(() => FakeHttp.Json("""{"ok":false,"error":"stopped_by_user"}"""));

        var failure = await Assert.ThrowsAsync<SlackApiException>(() => stream.AppendAsync("a", CancellationToken.None));
        await stream.DisposeAsync();

        Assert.Equal("stopped_by_user", failure.Code);
    }

    [Fact]
    public async Task A_piece_of_unknown_fate_is_not_sent_twice()
    {
        var stream = await _slack.Streams.StartAsync("D1", "1.1", recipient: null, CancellationToken.None);
        _slack.Http.AnswerWith(() => FakeHttp.Html(System.Net.HttpStatusCode.BadGateway));

        await Assert.ThrowsAsync<SlackApiException>(() => stream.AppendAsync("a", CancellationToken.None));

        Assert.Single(_slack.Http.Sent, sent => sent.Method == "chat.appendStream");
    }

    public void Dispose() => _slack.Dispose();

    private IEnumerable<string> Texts() => _slack.Http.Sent
        .Where(sent => sent.Method == "chat.appendStream")
        .Select(sent => sent.Json.GetProperty("markdown_text").GetString()!);
}
