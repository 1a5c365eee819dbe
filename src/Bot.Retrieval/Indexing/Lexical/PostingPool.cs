using System.Buffers.Binary;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Postings of many terms while they are collected: each term's bytes lie in a chain of slices, each twice as long as the
/// one before, in one growing stretch of memory. Used by one thread.
/// </summary>
internal sealed class PostingPool : IDisposable
{
    private const int FirstSlice = 16;
    private const int LongestSlice = 1024;
    private const int Link = sizeof(int);

    private readonly GrowingMemory<byte> _bytes = new(1 << 16);

    private int _length;

    /// <summary>How many bytes were added.</summary>
    public int Written { get; private set; }

    public void Dispose() => _bytes.Dispose();

    /// <summary>Adds bytes behind a term's others.</summary>
    /// <param name="chain">The term's.</param>
    /// <param name="bytes">Mostly two or three.</param>
    public void Append(ref PostingChain chain, ReadOnlySpan<byte> bytes)
    {
        Written += bytes.Length;
        if (chain.SliceLength == 0)
        {
            chain.First = chain.Next = NewSlice(FirstSlice);
            chain.SliceLength = FirstSlice;
            chain.End = chain.Next + FirstSlice - Link;
        }
        while (bytes.Length > chain.End - chain.Next)
        {
            var fitting = chain.End - chain.Next;
            bytes[..fitting].CopyTo(_bytes.Span[chain.Next..]);
            bytes = bytes[fitting..];
            chain.SliceLength = Math.Min(LongestSlice, 2 * chain.SliceLength);
            var slice = NewSlice(chain.SliceLength);
            BitConverter.TryWriteBytes(_bytes.Span[chain.End..], slice);
            (chain.Next, chain.End) = (slice, slice + chain.SliceLength - Link);
        }
        foreach (var value in bytes)
        {
            _bytes[chain.Next++] = value;
        }
    }

    /// <summary>Adds up to eight bytes, the lowest first: what most postings are.</summary>
    public void Append(ref PostingChain chain, ulong bytes, int count)
    {
        if (chain.End - chain.Next >= sizeof(ulong))
        {
            // What is too much is written over by what comes next.
            BinaryPrimitives.WriteUInt64LittleEndian(_bytes.Span[chain.Next..], bytes);
            chain.Next += count;
            Written += count;
            return;
        }
        Span<byte> separate = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(separate, bytes);
        Append(ref chain, separate[..count]);
    }

    /// <summary>Makes a term quicker to add to soon.</summary>
    public void Announce(PostingChain chain) => CacheHint.WillNeed(in _bytes[chain.Next]);

    /// <summary>Writes a term's bytes one behind the other.</summary>
    public void CopyTo(ByteWriter writer, PostingChain chain)
    {
        var length = FirstSlice;
        for (var start = chain.First; ;)
        {
            var end = start + length - Link;
            if (end == chain.End)
            {
                writer.Write(_bytes.Span[start..chain.Next]);
                return;
            }
            writer.Write(_bytes.Span[start..end]);
            start = BitConverter.ToInt32(_bytes.Span[end..]);
            length = Math.Min(LongestSlice, 2 * length);
        }
    }

    private int NewSlice(int length)
    {
        if (_length + length > _bytes.Length)
        {
            _bytes.Grow(_length + length);
        }
        var start = _length;
        _length += length;
        return start;
    }
}
