namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// One posting as variable-length numbers: the distance from the place before, times 2, plus 1 where counts follow. They
/// are left out where the term stands in the text once and not in the title.
/// </summary>
internal static class PostingCode
{
    public static void Write(int distance, int text, int title, ByteWriter writer)
    {
        var isPlain = text == 1 && title == 0;
        writer.WriteVarInt(((uint)distance << 1) | (isPlain ? 0u : 1));
        if (!isPlain)
        {
            writer.WriteVarInt((uint)text);
            writer.WriteVarInt((uint)title);
        }
    }

    /// <summary>The same of once in the text and not in the title, as up to five bytes in one number, the lowest first.</summary>
    public static (ulong Bytes, int Count) Plain(int distance)
    {
        var value = (uint)distance << 1;
        var (bytes, count) = (0UL, 0);
        for (; value >= 0x80; value >>= 7)
        {
            bytes |= (ulong)((value & 0x7F) | 0x80) << (8 * count++);
        }
        return (bytes | ((ulong)value << (8 * count)), count + 1);
    }

    public static (int Distance, int Text, int Title) Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        var code = VarInt.Read(bytes, ref position);
        return (code & 1) == 0
            ? ((int)(code >> 1), 1, 0)
            : ((int)(code >> 1), (int)VarInt.Read(bytes, ref position), (int)VarInt.Read(bytes, ref position));
    }
}
