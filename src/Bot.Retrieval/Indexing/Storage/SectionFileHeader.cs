using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The start of a section file.</summary>
/// <param name="FileLength">In bytes, the header included.</param>
/// <param name="DirectoryOffset">Where the directory starts; it ends with the file.</param>
/// <param name="Stamp">What the file was made with.</param>
/// <param name="BodyHash">Of all that follows the header.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct SectionFileHeader(long FileLength, long DirectoryOffset, SnapshotStamp Stamp, Hash128 BodyHash)
{
    private const int VersionAt = 8;
    private const int FieldsAt = 16;
    private const int HashAt = SectionFileFormat.HeaderBytes - (2 * sizeof(ulong));

    public void WriteTo(Span<byte> header)
    {
        header[..SectionFileFormat.HeaderBytes].Clear();
        SectionFileFormat.Magic.CopyTo(header);
        MemoryMarshal.Write(header[VersionAt..], SectionFileFormat.Version);
        MemoryMarshal.Write(header[FieldsAt..], this);
        MemoryMarshal.Write(header[HashAt..], SectionFileFormat.Hash(header[..HashAt]));
    }

    /// <exception cref="InvalidDataException">It isn't the header of such a file, or damaged.</exception>
    /// <exception cref="OtherLayoutException">It is of another layout.</exception>
    public static SectionFileHeader Read(ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith(SectionFileFormat.Magic))
        {
            throw new InvalidDataException("it isn't a file of this program");
        }
        if (header.Length < SectionFileFormat.HeaderBytes)
        {
            throw new InvalidDataException("it is cut off");
        }
        if (MemoryMarshal.Read<Hash128>(header[HashAt..]) != SectionFileFormat.Hash(header[..HashAt]))
        {
            throw new InvalidDataException("its header is damaged");
        }
        var version = MemoryMarshal.Read<uint>(header[VersionAt..]);
        return version == SectionFileFormat.Version
            ? MemoryMarshal.Read<SectionFileHeader>(header[FieldsAt..])
            : throw new OtherLayoutException(version);
    }
}
