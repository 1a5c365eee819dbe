using System.Text;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// A term as one number, for tables. That of up to three characters, or eight of ASCII, as most terms are, is all of the
/// term; that of others is a hash, which only tells which can't be the same.
/// </summary>
internal static class TermKey
{
    private const int MostCharacters = 3;
    private const int CharacterBits = 16;
    private const int MostAscii = 8;
    private const int AsciiBits = 7;

    // Above the characters, since those may be NUL.
    private const int LengthShift = MostAscii * AsciiBits;
    private const int LengthMask = 0xF;
    private const ulong Packed = 1UL << 62;
    private const ulong Hashed = 1UL << 63;

    public static ulong Of(ReadOnlySpan<char> term)
    {
        var length = (ulong)term.Length << LengthShift;
        if (term.Length <= MostCharacters)
        {
            return length | Pack(term, CharacterBits);
        }
        return term.Length <= MostAscii && Ascii.IsValid(term)
            ? Packed | length | Pack(term, AsciiBits)
            : Hashed | TermDictionary.Hash(term);
    }

    /// <summary>Whether the key is all of its term.</summary>
    public static bool IsWhole(ulong key) => key < Hashed;

    /// <summary>How many characters a whole key's term has.</summary>
    public static int LengthOf(ulong key) => (int)(key >> LengthShift) & LengthMask;

    /// <summary>Writes the term of a whole key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="term">As long as the term.</param>
    public static void Write(ulong key, Span<char> term)
    {
        var bits = key < Packed ? CharacterBits : AsciiBits;
        for (var i = term.Length - 1; i >= 0; i--, key >>= bits)
        {
            term[i] = (char)(key & ((1UL << bits) - 1));
        }
    }

    private static ulong Pack(ReadOnlySpan<char> term, int bits)
    {
        var packed = 0UL;
        foreach (var character in term)
        {
            packed = (packed << bits) | character;
        }
        return packed;
    }
}
