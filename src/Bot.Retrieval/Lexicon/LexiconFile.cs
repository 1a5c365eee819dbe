using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Bot.Retrieval.Lexicon;

/// <summary>The dictionary file's envelope: a header with a checksum, and the content compressed.</summary>
internal static class LexiconFile
{
    private const int HeaderLength = 10;
    private const int Version = 1;
    private const int MaximumLength = 64 * 1024 * 1024;

    /// <exception cref="LexiconException">The file is not a dictionary, of another version, cut off or changed.</exception>
    public static LexiconData Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] file;
        try
        {
            file = ReadAll(stream);
        }
        catch (IOException exception)
        {
            throw new LexiconException($"The dictionary file can't be read: {exception.Message}", exception);
        }
        return LexiconData.Read(Unpack(file));
    }

    /// <summary>The header, checksum and all: two files that differ, differ in it.</summary>
    public static string ReadFingerprint(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> header = stackalloc byte[HeaderLength + SHA256.HashSizeInBytes];
        return Convert.ToHexStringLower(header[..stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false)]);
    }

    private static byte[] ReadAll(Stream stream)
    {
        if (stream.CanSeek && stream.Length - stream.Position is > 0 and <= MaximumLength and var length)
        {
            var file = new byte[length];
            stream.ReadExactly(file);
            return file;
        }
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Unpack(byte[] file)
    {
        if (file.Length < HeaderLength + SHA256.HashSizeInBytes || !file.AsSpan().StartsWith("BLEX"u8))
        {
            throw new LexiconException("This is not a dictionary file: restore lexicon.bin from the release, or build it again with tools/lexicon.");
        }
        var version = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(4));
        if (version != Version)
        {
            throw new LexiconException($"The dictionary file has layout {version}, this program reads {Version}: build it again with tools/lexicon.");
        }
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(6));
        var compressed = file[(HeaderLength + SHA256.HashSizeInBytes)..];
        if (length > MaximumLength || !SHA256.HashData(compressed).AsSpan().SequenceEqual(file.AsSpan(HeaderLength, SHA256.HashSizeInBytes)))
        {
            throw Damaged();
        }
        var payload = new byte[length];
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
            unpacked.ReadExactly(payload);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damaged();
        }
        return payload;
    }

    private static LexiconException Damaged() => new("The dictionary file is damaged: restore lexicon.bin from the release, or build it again with tools/lexicon.");
}
