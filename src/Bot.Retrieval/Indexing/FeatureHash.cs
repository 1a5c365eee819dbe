using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing;

/// <summary>A hash of a term that is the same on every machine and in every run (FNV-1a with a final mix).</summary>
internal static class FeatureHash
{
    public static ulong Of(ReadOnlySpan<char> term)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(term))
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }
        // FNV's low bits are weak for short strings; this is the finaliser of MurmurHash3.
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
