using System.IO.Compression;

namespace Bot.Discord.Gateway;

/// <summary>
/// Undoes <c>compress=zlib-stream</c>: all binary messages of a connection are one zlib stream, and a payload is complete where the
/// data ends in 00 00 FF FF. One for each connection, because each begins a stream of its own.
/// </summary>
internal sealed class PayloadInflater : IDisposable
{
    private const int LargestKept = 1024 * 1024;

    private readonly int _maxBytes;
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _inflater;
    private byte[] _text = new byte[16 * 1024];

    public PayloadInflater(int maxBytes)
    {
        _maxBytes = maxBytes;
        _inflater = new(_compressed, CompressionMode.Decompress, leaveOpen: true);
    }

    private static ReadOnlySpan<byte> EndOfPayload => [0x00, 0x00, 0xFF, 0xFF];

    /// <summary>The payload that this message completes, good until the next call.</summary>
    /// <exception cref="InvalidDataException">It isn't zlib data, or the stream is broken: nothing further can be read from it.</exception>
    public InflatedPayload Add(ReadOnlySpan<byte> message)
    {
        if (_compressed.Length + message.Length > _maxBytes)
        {
            return InflatedPayload.TooLarge;
        }
        _compressed.Write(message);
        if (!EndsPayload())
        {
            return InflatedPayload.Incomplete;
        }
        _compressed.Position = 0;
        var length = Inflate();
        if (length > _maxBytes)
        {
            return InflatedPayload.TooLarge;
        }
        _compressed.SetLength(0);
        return new(_text.AsMemory(0, length), IsComplete: true, IsTooLarge: false);
    }

    public void Dispose()
    {
        _inflater.Dispose();
        _compressed.Dispose();
    }

    // The four bytes may be spread over messages.
    private bool EndsPayload() =>
        _compressed.Length >= EndOfPayload.Length && _compressed.GetBuffer().AsSpan(0, (int)_compressed.Length).EndsWith(EndOfPayload);

    private int Inflate()
    {
        if (_text.Length > LargestKept)
        {
            _text = new byte[16 * 1024];
        }
        var length = 0;
        while (true)
        {
            var read = _inflater.Read(_text.AsSpan(length));
            length += read;
            if (read == 0 || length > _maxBytes)
            {
                return length;
            }
            if (length == _text.Length)
            {
                Array.Resize(ref _text, (int)Math.Min(_text.Length * 2L, _maxBytes + 1L));
            }
        }
    }
}

/// <summary>What there is after a message was added.</summary>
internal readonly record struct InflatedPayload(ReadOnlyMemory<byte> Text, bool IsComplete, bool IsTooLarge)
{
    public static InflatedPayload Incomplete { get; } = new(default, IsComplete: false, IsTooLarge: false);

    public static InflatedPayload TooLarge { get; } = new(default, IsComplete: false, IsTooLarge: true);
}
