using System.Numerics;
using System.Runtime.Intrinsics;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Sets of sentences' numbers as bytes, one set behind the other. A byte's low seven bits are the distance to the next
/// number, from −1 for the first; 127 means that 127 are added and the distance goes on. The high bit ends a set, so that
/// the sets before one are skipped by counting high bits. The empty set is a distance of 0.
/// </summary>
internal static class SentenceSets
{
    private const byte End = 0x80;
    private const byte More = 0x7F;

    /// <param name="sentences">Ascending, each once.</param>
    /// <param name="writer">Takes the bytes.</param>
    public static void Write(ReadOnlySpan<int> sentences, ByteWriter writer)
    {
        if (sentences.IsEmpty)
        {
            writer.Write(End);
            return;
        }
        var before = -1;
        foreach (var sentence in sentences[..^1])
        {
            WriteDistance(sentence - before, last: 0, writer);
            before = sentence;
        }
        WriteDistance(sentences[^1] - before, End, writer);
    }

    /// <summary>The set of one sentence, where it is one byte.</summary>
    public static bool TryCode(int sentence, out byte set)
    {
        set = (byte)((sentence + 1) | End);
        return sentence + 1 < More;
    }

    /// <summary>Sets the bits of a set's sentences.</summary>
    /// <param name="bytes">Start with the set.</param>
    /// <param name="bits">64 sentences each, enough for the passage's.</param>
    public static void AddTo(Span<ulong> bits, ReadOnlySpan<byte> bytes)
    {
        var sentence = -1;
        for (var i = 0; bytes[0] != End; i++)
        {
            var value = bytes[i] & More;
            sentence += value;
            if (value != More)
            {
                bits[sentence >> 6] |= 1UL << (sentence & 63);
            }
            if (bytes[i] >= End)
            {
                return;
            }
        }
    }

    /// <summary>How many bytes some sets take.</summary>
    public static int Skip(ReadOnlySpan<byte> bytes, int sets)
    {
        var position = 0;
        while (sets > 0 && bytes.Length - position >= Vector256<byte>.Count)
        {
            var ends = Vector256.Create(bytes[position..]).ExtractMostSignificantBits();
            var count = BitOperations.PopCount(ends);
            if (count >= sets)
            {
                for (; sets > 1; sets--)
                {
                    ends &= ends - 1;
                }
                return position + BitOperations.TrailingZeroCount(ends) + 1;
            }
            sets -= count;
            position += Vector256<byte>.Count;
        }
        for (; sets > 0; position++)
        {
            sets -= bytes[position] >> 7;
        }
        return position;
    }

    private static void WriteDistance(int distance, byte last, ByteWriter writer)
    {
        for (; distance >= More; distance -= More)
        {
            writer.Write(More);
        }
        writer.Write((byte)(distance | last));
    }
}
