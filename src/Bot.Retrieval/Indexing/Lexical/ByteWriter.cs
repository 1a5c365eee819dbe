using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Bytes that grow.</summary>
/// <param name="expected">About how many; where that is too few, they are copied as they grow.</param>
internal sealed class ByteWriter(int expected = 256)
{
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(1, expected));

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>What was written, without a copy where little room is left over. The writer is empty then.</summary>
    public ReadOnlyMemory<byte> Detach()
    {
        const int LeastShare = 4;
        var taken = _bytes.Length - Length <= _bytes.Length / LeastShare ? _bytes.AsMemory(0, Length) : Written.ToArray();
        (_bytes, Length) = ([], 0);
        return taken;
    }

    public void Clear() => Length = 0;

    /// <summary>Room for some bytes, which count as written.</summary>
    public Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)Length + count, 2L * _bytes.Length)));
        }
        var taken = _bytes.AsSpan(Length, count);
        Length += count;
        return taken;
    }

    public void Write(byte value)
    {
        if (Length == _bytes.Length)
        {
            Take(1);
            Length--;
        }
        _bytes[Length++] = value;
    }

    public void Write(ReadOnlySpan<byte> values) => values.CopyTo(Take(values.Length));

    /// <summary>Seven bits a byte, the lowest first; the high bit says that more follow.</summary>
    public void WriteVarInt(uint value)
    {
        while (value >= 0x80)
        {
            Write((byte)(value | 0x80));
            value >>= 7;
        }
        Write((byte)value);
    }

    /// <summary>Writes a value over bytes that were taken before.</summary>
    public void Overwrite<T>(int position, T value)
        where T : unmanaged =>
        MemoryMarshal.Write(_bytes.AsSpan(position, Length - position), value);
}
