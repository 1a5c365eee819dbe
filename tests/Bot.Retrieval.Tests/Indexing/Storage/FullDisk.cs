namespace Bot.Retrieval.Tests.Indexing.Storage;

/// <summary>A file on a disk with room for so many bytes.</summary>
internal sealed class FullDisk(Stream file, int room) : Stream
{
    private int _left = room;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var fits = Math.Min(_left, count);
        file.Write(buffer, offset, fits);
        _left -= fits;
        if (fits < count)
        {
            throw new IOException("No space left on device");
        }
    }

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void SetLength(long value) => file.SetLength(value);

    protected override void Dispose(bool disposing)
    {
        file.Dispose();
        base.Dispose(disposing);
    }
}
