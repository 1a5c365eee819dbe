namespace Bot.Slack.Simulator.SocketMode;

/// <summary>
/// The bytes below a WebSocket. It can go silent like a half-open TCP connection: what is written vanishes and nothing more arrives.
/// Writes are one at a time, so a ping may be written between the frames of the WebSocket above.
/// </summary>
internal sealed class UpgradedStream(Stream inner) : Stream
{
    private static readonly byte[] PingFrame = [0x89, 0x00];

    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile bool _isSilent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void GoSilent() => _isSilent = true;

    /// <summary>Pings the client. Server frames are not masked, and an empty ping is two bytes.</summary>
    public ValueTask PingAsync(CancellationToken cancellationToken) => WriteAsync(PingFrame, cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        while (_isSilent && read > 0)
        {
            read = await inner.ReadAsync(buffer, cancellationToken);
        }
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isSilent)
        {
            return;
        }
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _writing.Dispose();
        }
        base.Dispose(disposing);
    }
}
