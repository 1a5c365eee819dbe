using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Slack.SocketMode;

namespace Bot.Slack.Tests.Support;

/// <summary>The test's end of a socket.</summary>
internal sealed class FakeSocket(TimeProvider clock) : ISocket
{
    private readonly Channel<(byte[] Bytes, WebSocketMessageType Type, bool End)> _incoming =
        Channel.CreateUnbounded<(byte[], WebSocketMessageType, bool)>();

    private readonly Channel<JsonElement> _sent = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HeardAt _heard = new(clock);

    public long LastHeard => _heard.Timestamp;

    public bool IsClosed { get; private set; }

    public Task Disposed => _disposed.Task;

    /// <summary>Whether the other side answers the close handshake.</summary>
    public bool AnswersClose { get; set; } = true;

    public void Say(string text) => Say(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public void Say(byte[] bytes, WebSocketMessageType type, bool end = true)
    {
        _heard.Note();
        _incoming.Writer.TryWrite((bytes, type, end));
    }

    public void SayHello(double lifetime = 18060) =>
        Say($$"""{"type":"hello","num_connections":1,"debug_info":{"approximate_connection_time":{{lifetime}} } }""");

    public void SayDisconnect(string reason) => Say($$"""{"type":"disconnect","reason":"{{reason}}"}""");

    public void Deliver(string envelopeId, string type = "events_api", bool acceptsReply = false) =>
        Say($$"""{"type":"{{type}}","envelope_id":"{{envelopeId}}","payload":{},"accepts_response_payload":{{(acceptsReply ? "true" : "false")}} }""");

    public void NotePing() => _heard.Note();

    public void Close() => Say([], WebSocketMessageType.Close);

    public void Break() => _incoming.Writer.TryComplete(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));

    public async Task<JsonElement> NextSentAsync() => await _sent.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var (bytes, type, end) = await _incoming.Reader.ReadAsync(cancellationToken);
            bytes.CopyTo(buffer);
            return new ValueWebSocketReceiveResult(bytes.Length, type, end);
        }
        catch (ChannelClosedException ex)
        {
            throw ex.InnerException ?? new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
        }
    }

    public ValueTask SendTextAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (_incoming.Reader.Completion.IsCompleted)
        {
            throw new WebSocketException(WebSocketError.InvalidState);
        }
        _sent.Writer.TryWrite(JsonDocument.Parse(message).RootElement);
        return ValueTask.CompletedTask;
    }

    public Task CloseOutputAsync(CancellationToken cancellationToken)
    {
        IsClosed = true;
        if (AnswersClose)
        {
            Close();
        }
        return Task.CompletedTask;
    }

    public void Abort() => _incoming.Writer.TryComplete(new WebSocketException(WebSocketError.InvalidState));

    public void Dispose() => _disposed.TrySetResult();
}
