using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>Names what a snapshot holds: the same documents in the same passages give the same revision.</summary>
internal static class SnapshotRevision
{
    private const int Length = 6;
    private const int BufferLength = 16 * 1024;

    /// <summary>12 hexadecimal digits.</summary>
    public static string Of(ImmutableArray<Passage> passages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<char>.Shared.Rent(BufferLength);
        var filled = 0;
        foreach (var passage in passages)
        {
            // A call of the hash costs more than what is hashed.
            Append(passage.Id.Value);
            Append(passage.Document.Revision);
        }
        hash.AppendData(MemoryMarshal.AsBytes(buffer.AsSpan(0, filled)));
        ArrayPool<char>.Shared.Return(buffer);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Length));

        void Append(string text)
        {
            if (filled + text.Length > buffer.Length)
            {
                hash.AppendData(MemoryMarshal.AsBytes(buffer.AsSpan(0, filled)));
                filled = 0;
            }
            if (text.Length > buffer.Length)
            {
                hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
                return;
            }
            text.CopyTo(buffer.AsSpan(filled));
            filled += text.Length;
        }
    }
}
