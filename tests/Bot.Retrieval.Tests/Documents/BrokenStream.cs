namespace Bot.Retrieval.Tests.Documents;

/// <summary>A file that can be read for a while.</summary>
internal sealed class BrokenStream(byte[] start, Exception failure) : MemoryStream(start, writable: false)
{
    public override long Length => base.Length * 2;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position < base.Length ? await base.ReadAsync(buffer, cancellationToken) : throw failure;
}
