using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Writes terms' postings. First how many there are, and how many in titles alone; the most that one counts; then for whole
/// blocks of 128 their <see cref="SkipEntry"/>s and packed numbers; then the rest as variable-length numbers, with its length
/// and its own maximum before it; the rest's sentence sets; the blocks' sentence sets.
/// </summary>
/// <param name="norms">Of the segment.</param>
/// <param name="textLengths">By place.</param>
/// <param name="titleLengths">By place.</param>
/// <param name="expected">About how many bytes there will be.</param>
internal sealed class PostingWriter(FieldNorms norms, ReadOnlyMemory<int> textLengths, ReadOnlyMemory<int> titleLengths, int expected)
{
    private readonly uint[] _numbers = new uint[BitPacking.BlockSize];
    private readonly ByteWriter _rest = new();

    public ByteWriter Bytes { get; } = new(expected);

    public void Write(PostingBuffer postings)
    {
        var start = Bytes.Length;
        var inText = postings.Count - postings.Texts.Count(0);
        Bytes.WriteVarInt(((uint)postings.Count << 1) | (inText < postings.Count ? 1u : 0));
        if (inText < postings.Count)
        {
            Bytes.WriteVarInt((uint)(postings.Count - inText));
        }
        Bytes.Write(MaximumOf(postings, 0, postings.Count));
        var blocks = postings.Count / BitPacking.BlockSize;
        var skips = Bytes.Length;
        Bytes.Take(blocks * SkipEntry.Size);
        for (var block = 0; block < blocks; block++)
        {
            WriteBlock(postings, block, start, skips + (block * SkipEntry.Size));
        }
        var blockSentences = WriteRest(postings, blocks);
        for (var block = 0; block < blocks; block++)
        {
            var skip = skips + (block * SkipEntry.Size);
            Bytes.Overwrite(skip, MemoryMarshal.Read<SkipEntry>(Bytes.Written[skip..]) with { Sentences = Bytes.Length - start });
            var length = SentenceSets.Skip(blockSentences, BitPacking.BlockSize);
            Bytes.Write(blockSentences[..length]);
            blockSentences = blockSentences[length..];
        }
    }

    private void WriteBlock(PostingBuffer postings, int block, int start, int skip)
    {
        var first = block * BitPacking.BlockSize;
        var data = Bytes.Length - start;
        var placeBits = BitPacking.Distances(postings.Places.Slice(first, BitPacking.BlockSize), first == 0 ? 0 : postings.Places[first - 1], _numbers);
        BitPacking.Pack(_numbers, placeBits, Bytes.Take(BitPacking.ByteCount(placeBits)));
        var textBits = WriteCounts(postings.Texts.Slice(first, BitPacking.BlockSize), implied: 1);
        var titleBits = WriteCounts(postings.Titles.Slice(first, BitPacking.BlockSize), implied: 0);
        Bytes.Overwrite(skip, new SkipEntry(
            postings.Places[first + BitPacking.BlockSize - 1], data, 0, MaximumOf(postings, first, BitPacking.BlockSize), (byte)placeBits, (byte)textBits, (byte)titleBits));
    }

    private int WriteCounts(ReadOnlySpan<int> counts, int implied)
    {
        if (!counts.ContainsAnyExcept(implied))
        {
            return 0;
        }
        var all = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            _numbers[i] = (uint)counts[i];
            all |= counts[i];
        }
        // A width of 0 is taken by the implied count.
        var bits = Math.Max(1, BitPacking.WidthOf((uint)all));
        BitPacking.Pack(_numbers, bits, Bytes.Take(BitPacking.ByteCount(bits)));
        return bits;
    }

    // Returns the sentence sets that it didn't write.
    private ReadOnlySpan<byte> WriteRest(PostingBuffer postings, int blocks)
    {
        var first = blocks * BitPacking.BlockSize;
        var sentences = postings.Sentences.Written;
        var blockSentences = SentenceSets.Skip(sentences, first);
        if (first < postings.Count)
        {
            _rest.Clear();
            var before = first == 0 ? 0 : postings.Places[first - 1];
            for (var i = first; i < postings.Count; i++)
            {
                PostingCode.Write(postings.Places[i] - before, postings.Texts[i], postings.Titles[i], _rest);
                before = postings.Places[i];
            }
            Bytes.WriteVarInt((uint)_rest.Length);
            if (blocks > 0)
            {
                Bytes.Write(MaximumOf(postings, first, postings.Count - first));
            }
            Bytes.Write(_rest.Written);
            Bytes.Write(sentences[blockSentences..]);
        }
        return sentences[..blockSentences];
    }

    private byte MaximumOf(PostingBuffer postings, int first, int count)
    {
        var texts = textLengths.Span;
        var titles = titleLengths.Span;
        var most = 0.0;
        for (var i = first; i < first + count; i++)
        {
            var place = postings.Places[i];
            most = Math.Max(most, norms.Saturated(postings.Texts[i], postings.Titles[i], texts[place], titles[place]));
        }
        return ScoreBound.Of(most);
    }
}
