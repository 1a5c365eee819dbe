using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>What stands before a term's postings; see <see cref="PostingWriter"/>. Kept by those who read the postings often.</summary>
internal readonly struct PostingHeader
{
    /// <param name="bytes">Start with the term's; may go on with others'.</param>
    public PostingHeader(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        var count = VarInt.Read(bytes, ref position);
        Count = (int)(count >> 1);
        TextCount = Count - ((count & 1) == 0 ? 0 : (int)VarInt.Read(bytes, ref position));
        Maximum = bytes[position++];
        Skips = position;
        FullBlocks = Count / BitPacking.BlockSize;
        RestMaximum = Maximum;
        if (Count % BitPacking.BlockSize > 0)
        {
            position = FullBlocks == 0 ? position : SkipsOf(bytes)[^1].End;
            var length = (int)VarInt.Read(bytes, ref position);
            RestMaximum = FullBlocks == 0 ? Maximum : bytes[position++];
            Rest = position;
            RestSentences = position + length;
        }
    }

    /// <summary>Passages that have the term.</summary>
    public int Count { get; }

    /// <summary>Passages that have it in their text.</summary>
    public int TextCount { get; }

    /// <summary>The most that an occurrence counts, see <see cref="ScoreBound"/>.</summary>
    public byte Maximum { get; }

    /// <summary>The most that one behind the full blocks counts.</summary>
    public byte RestMaximum { get; }

    /// <summary>Those of 128 postings.</summary>
    public int FullBlocks { get; }

    /// <summary>Where the full blocks' <see cref="SkipEntry"/>s start.</summary>
    private int Skips { get; }

    /// <summary>Where the postings behind the full blocks start.</summary>
    public int Rest { get; }

    /// <summary>Where those postings' sentences start.</summary>
    public int RestSentences { get; }

    /// <param name="bytes">What the header is of.</param>
    public ReadOnlySpan<SkipEntry> SkipsOf(ReadOnlySpan<byte> bytes) =>
        MemoryMarshal.Cast<byte, SkipEntry>(bytes.Slice(Skips, FullBlocks * SkipEntry.Size));
}
