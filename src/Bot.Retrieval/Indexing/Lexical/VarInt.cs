namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Reads what <see cref="ByteWriter.WriteVarInt"/> wrote.</summary>
internal static class VarInt
{
    public static uint Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        uint value = bytes[position++];
        if (value < 0x80)
        {
            return value;
        }
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = bytes[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
