using System.IO.Compression;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>One zlib context for the life of one connection; each payload ends in a sync flush, <c>00 00 FF FF</c>.</summary>
internal sealed class ZlibStreamEncoder : IDisposable
{
    private readonly MemoryStream _written = new();
    private readonly ZLibStream _zlib;

    public ZlibStreamEncoder() => _zlib = new(_written, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Encode(ReadOnlySpan<byte> payload)
    {
        _written.SetLength(0);
        _zlib.Write(payload);
        _zlib.Flush();
        return _written.ToArray();
    }

    /// <summary>One payload as complete zlib data, as Identify's <c>compress</c> has it.</summary>
    public static byte[] EncodeOne(ReadOnlySpan<byte> payload)
    {
        using var written = new MemoryStream();
        using (var zlib = new ZLibStream(written, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(payload);
        }
        return written.ToArray();
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _written.Dispose();
    }
}
