using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>What is known of a block of 128 postings without unpacking it.</summary>
/// <param name="Last">Place of its last passage.</param>
/// <param name="Data">Where its packed numbers start, from the start of the term's postings: distances of places, then text counts, then title counts.</param>
/// <param name="Sentences">Where its sentence sets start, from there as well.</param>
/// <param name="Maximum">The most that an occurrence in it counts, see <see cref="ScoreBound"/>.</param>
/// <param name="PlaceBits">Width of its distances.</param>
/// <param name="TextBits">Width of its text counts; 0 where all are 1.</param>
/// <param name="TitleBits">Width of its title counts; 0 where all are 0.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct SkipEntry(int Last, int Data, int Sentences, byte Maximum, byte PlaceBits, byte TextBits, byte TitleBits)
{
    /// <summary>How many bytes an entry takes.</summary>
    public const int Size = 16;

    public int TextData => Data + BitPacking.ByteCount(PlaceBits);

    public int TitleData => TextData + BitPacking.ByteCount(TextBits);

    /// <summary>Where its packed numbers end.</summary>
    public int End => TitleData + BitPacking.ByteCount(TitleBits);
}
