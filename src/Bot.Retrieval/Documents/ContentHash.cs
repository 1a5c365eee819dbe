using System.Security.Cryptography;

namespace Bot.Retrieval.Documents;

/// <summary>Tells whether a file has to be read again.</summary>
internal static class ContentHash
{
    // Part of every hash; changes whenever the same bytes would be read into something else.
    private const byte ReadingVersion = 1;

    /// <summary>Of the bytes and of the way they are read; 32 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        hash[0] ^= ReadingVersion;
        return Convert.ToHexStringLower(hash[..16]);
    }
}
