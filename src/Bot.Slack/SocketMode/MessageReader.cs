using System.Buffers;
using System.Net.WebSockets;

namespace Bot.Slack.SocketMode;

/// <summary>Puts fragments together.</summary>
internal sealed class MessageReader(ISocket socket, int maximumBytes)
{
    private const int PieceSize = 16 * 1024;
    private const int KeptBuffer = 256 * 1024;

    private ArrayBufferWriter<byte> _message = new(PieceSize);

    /// <summary>The next whole message. Its bytes are good until the next call.</summary>
    /// <exception cref="WebSocketException">The connection ended without a close.</exception>
    public async Task<ReceivedMessage> NextAsync(CancellationToken cancellationToken)
    {
        // One huge message mustn't hold its memory for the socket's whole life.
        _message = _message.Capacity > KeptBuffer ? new ArrayBufferWriter<byte>(PieceSize) : _message;
        _message.ResetWrittenCount();
        while (true)
        {
            var piece = await socket.ReceiveAsync(_message.GetMemory(PieceSize), cancellationToken);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return new ReceivedMessage.Closed();
            }
            _message.Advance(piece.Count);
            if (_message.WrittenCount > maximumBytes)
            {
                return new ReceivedMessage.TooLarge();
            }
            if (piece.EndOfMessage)
            {
                return piece.MessageType == WebSocketMessageType.Text
                    ? new ReceivedMessage.Text(_message.WrittenMemory)
                    : new ReceivedMessage.Binary();
            }
        }
    }
}

internal abstract record ReceivedMessage
{
    private ReceivedMessage() { }

    public sealed record Text(ReadOnlyMemory<byte> Bytes) : ReceivedMessage;

    public sealed record Binary : ReceivedMessage;

    public sealed record Closed : ReceivedMessage;

    public sealed record TooLarge : ReceivedMessage;
}
