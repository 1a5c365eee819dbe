using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Passages;

/// <summary>Names the passages of one document by what they say; repeated ones by how often that was said before, too.</summary>
internal sealed class PassageIds(DocumentId document)
{
    private const int Length = 12;

    private readonly Dictionary<PassageId, int> _given = [];

    public PassageId Next(ReadOnlySpan<char> text)
    {
        var id = Hash(text, 0);
        var before = _given.GetValueOrDefault(id);
        _given[id] = before + 1;
        return before == 0 ? id : Hash(text, before);
    }

    private PassageId Hash(ReadOnlySpan<char> text, int before)
    {
        // The code units themselves: an encoding would make all lone surrogates equal.
        var name = before == 0 ? $"{document}\0" : $"{document}\0{before}\0";
        var length = name.Length + text.Length;
        var buffer = ArrayPool<char>.Shared.Rent(length);
        name.CopyTo(buffer);
        text.CopyTo(buffer.AsSpan(name.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(buffer.AsSpan(0, length)), hash);
        ArrayPool<char>.Shared.Return(buffer);
        return new(Convert.ToHexStringLower(hash[..Length]));
    }
}
