using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>That a passage writes a name.</summary>
/// <param name="Place">Of the passage.</param>
/// <param name="Rank">How many of its names come before.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NameOccurrence(int Place, int Rank);
