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

    public static (int Distance, int Text, int Title) Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        var code = VarInt.Read(bytes, ref position);
        return (code & 1) == 0
            ? ((int)(code >> 1), 1, 0)
            : ((int)(code >> 1), (int)VarInt.Read(bytes, ref position), (int)VarInt.Read(bytes, ref position));
    }
}
