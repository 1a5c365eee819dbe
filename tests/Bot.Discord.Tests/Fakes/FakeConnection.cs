using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Fakes;

/// <summary>Discord's end of one scripted connection.</summary>
internal sealed class FakeConnection(FakeGateway gateway) : IGatewayTransport
{
    private readonly Channel<TransportMessage> _incoming = Channel.CreateUnbounded<TransportMessage>();
    private readonly Channel<JsonElement> _sent = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _heartbeats = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource<int?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri? Address { get; private set; }

    /// <summary>The code the client closed with; null when it cut the connection.</summary>
    public Task<int?> ClosedWith => _closed.Task.Soon();

    public bool IsDisposed { get; private set; }

    /// <summary>Answers each heartbeat.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>The client's next payload that is no heartbeat.</summary>
    public Task<JsonElement> SentAsync() => _sent.Reader.ReadAsync().AsTask().Soon();

    /// <summary>The client's next heartbeat.</summary>
    public Task<JsonElement> HeartbeatAsync() => _heartbeats.Reader.ReadAsync().AsTask().Soon();

    public void Text(string payload) => Bytes(Encoding.UTF8.GetBytes(payload));

    public void Bytes(byte[] payload, bool binary = false) => _incoming.Writer.TryWrite(new TransportMessage.Data(payload, binary));

    public void Hello(int interval = 40_000) => Text($$"""{"op":10,"d":{"heartbeat_interval":{{interval}}},"s":null,"t":null}""");

    public void Event(long sequence, string name, string data) => Text($$"""{"op":0,"s":{{sequence}},"t":"{{name}}","d":{{data}}}""");

    public void Ready(long sequence = 1, string session = "session-1") => Event(
        sequence, "READY", $$$"""{"v":10,"user":{"id":"1","username":"bot","bot":true},"session_id":"{{{session}}}","resume_gateway_url":"ws://resume.test/","guilds":[],"application":{"id":"2","flags":0}}""");

    public void Resumed(long sequence) => Event(sequence, "RESUMED", "{}");

    public void Question(long sequence) => Event(
        sequence, "MESSAGE_CREATE", $$$"""{"id":"{{{sequence}}}","channel_id":"5","content":"why?","author":{"id":"9","username":"ann"}}""");

    /// <summary>Discord closes, with a code or by breaking off.</summary>
    public void Close(int? code) => _incoming.Writer.TryWrite(new TransportMessage.Closed(code));

    public void Oversized() => _incoming.Writer.TryWrite(new TransportMessage.TooLarge());

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Address = address;
        return gateway.AcceptAsync(this, cancellationToken);
    }

    public async ValueTask<TransportMessage> ReceiveAsync(CancellationToken cancellationToken) => await _incoming.Reader.ReadAsync(cancellationToken);

    public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        var payload = JsonDocument.Parse(text).RootElement;
        var isHeartbeat = payload.GetProperty("op").GetInt32() == 1;
        if (isHeartbeat && Acknowledges)
        {
            Text("""{"op":11}""");
        }
        (isHeartbeat ? _heartbeats : _sent).Writer.TryWrite(payload);
        return ValueTask.CompletedTask;
    }

    public Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        _closed.TrySetResult(code);
        _incoming.Writer.TryWrite(new TransportMessage.Closed(code));
        return Task.CompletedTask;
    }

    public void Abort()
    {
        _closed.TrySetResult(null);
        _incoming.Writer.TryComplete(new IOException("aborted"));
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
