using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>One WebSocket: a loop that sends what is queued, and a loop that hands on what comes.</summary>
internal sealed class GatewayConnection(WebSocket socket, int number, ConnectionRequest request, ConnectionFaults faults, TimeProvider clock) : IDisposable
{
    /// <summary>The largest payload a client may send, in bytes.</summary>
    public const int LargestPayload = 4096;

    // A peer that doesn't answer a close frame is cut off after this; real time, since the peer's is real.
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    private readonly Channel<Frame> _frames = Channel.CreateUnbounded<Frame>(new() { SingleReader = true });
    private readonly ZlibStreamEncoder? _zlib = request.ZlibStream ? new() : null;

    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Number { get; } = number;

    /// <summary>Ends when the connection is gone and its session knows it.</summary>
    public Task Gone => _gone.Task;

    public ConnectionRequest Request { get; } = request;

    public ConnectionFaults Faults { get; set; } = faults;

    public SendBudget Budget { get; } = new(clock);

    public GatewaySession? Session { get; set; }

    /// <summary>The code this side closed with, null where it didn't.</summary>
    public int? ClosedWith { get; private set; }

    /// <summary>True once the server says nothing any more, while TCP stays up.</summary>
    public bool Silent { get; set; }

    /// <summary>Whether the client asked in Identify for payloads that are compressed one by one.</summary>
    public bool CompressPayloads { get; set; }

    public void Send(Frame frame) => _frames.Writer.TryWrite(frame);

    public void Send(GatewayOp op, JsonNode? data) => Send(new Frame.Payload(Json.Bytes(new JsonObject
    {
        ["t"] = null,
        ["s"] = null,
        ["op"] = (int)op,
        ["d"] = data,
    })));

    public void Close(int code, string reason)
    {
        ClosedWith ??= code;
        Send(new Frame.Close(code, reason));
    }

    /// <summary>Runs until either side ends it.</summary>
    /// <returns>The code the client closed with, null where there was none.</returns>
    public async Task<int?> RunAsync(Action<ReadOnlyMemory<byte>> received, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendLoopAsync(ending);
        try
        {
            return await ReceiveLoopAsync(received, ending.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            return null;
        }
        finally
        {
            _frames.Writer.TryComplete();
            await ending.CancelAsync();
            await sending;
            socket.Abort();
        }
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _gone.TrySetResult();
    }

    private async Task SendLoopAsync(CancellationTokenSource ending)
    {
        try
        {
            await foreach (var frame in _frames.Reader.ReadAllAsync(ending.Token))
            {
                if (!await SendAsync(frame, ending.Token))
                {
                    // The receive loop hears the client's answer to the close frame and ends by itself, if the client gives one.
                    ending.CancelAfter(ClosePatience);
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            await ending.CancelAsync();
        }
    }

    /// <summary>Sends one frame; false after the last.</summary>
    private async Task<bool> SendAsync(Frame frame, CancellationToken cancellationToken)
    {
        switch (frame)
        {
            case Frame.Payload when Silent:
                return true;
            case Frame.Payload payload when _zlib is not null:
                await socket.SendAsync(_zlib.Encode(payload.Utf8), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
                return true;
            // Not every payload is compressed: small ones gain nothing.
            case Frame.Payload payload when CompressPayloads && payload.Utf8.Length > 1024:
                await socket.SendAsync(ZlibStreamEncoder.EncodeOne(payload.Utf8), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
                return true;
            case Frame.Payload payload:
                await socket.SendAsync(payload.Utf8, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                return true;
            case Frame.Raw raw:
                await socket.SendAsync(raw.Bytes, raw.IsText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
                return true;
            case Frame.Close close:
                await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, cancellationToken);
                return false;
            default:
                socket.Abort();
                return false;
        }
    }

    private async Task<int?> ReceiveLoopAsync(Action<ReadOnlyMemory<byte>> received, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestPayload + 1];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return (int?)socket.CloseStatus;
            }
            length += part.Count;
            if (length > LargestPayload)
            {
                Close(CloseCodes.DecodeError, "Error while decoding payload.");
                length = 0;
            }
            else if (part.EndOfMessage)
            {
                received(buffer.AsMemory(0, length));
                length = 0;
            }
        }
    }
}
