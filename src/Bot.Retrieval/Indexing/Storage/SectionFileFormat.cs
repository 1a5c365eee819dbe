using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>What the writer and the reader of a section file agree on. Numbers lie as they do in memory, little-endian.</summary>
/// <remarks>
/// A header of <see cref="HeaderBytes"/> bytes, then the body: sections, each at a multiple of <see cref="Alignment"/>, and
/// behind them the directory that names them. The header ends with its own hash and holds that of the body, which is a hash
/// of the hashes of its chunks, so that chunks are written, and checked, one by one or side by side.
/// </remarks>
internal static class SectionFileFormat
{
    /// <summary>Goes up with every change of what is written, whatever the program around it.</summary>
    public const uint Version = 2;

    public const int Alignment = 64;

    public const int HeaderBytes = 3 * Alignment;

    /// <summary>As much as a core's own cache holds.</summary>
    public const int ChunkBytes = 1 << 20;

    public static ReadOnlySpan<byte> Magic => "BOTINDEX"u8;

    /// <summary>Of the header, and of each chunk.</summary>
    // Three times as fast as XxHash3 of 64 bits, as the library has them.
    public static Hash128 Hash(ReadOnlySpan<byte> bytes) => Hash128.Of(bytes);

    public static Hash128 BodyHash(ReadOnlySpan<Hash128> chunkHashes) => Hash(MemoryMarshal.AsBytes(chunkHashes));
}
