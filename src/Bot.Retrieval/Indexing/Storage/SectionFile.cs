using System.Text;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A section file that was checked from its first to its last byte. Its memory is the file's, mapped.</summary>
internal sealed class SectionFile : ISectionReader
{
    private readonly MappedFile _file;
    private readonly Dictionary<string, (long Offset, long Length)> _sections;

    private SectionFile(MappedFile file, Dictionary<string, (long, long)> sections) => (_file, _sections) = (file, sections);

    public IReadOnlyCollection<string> Names => _sections.Keys;

    /// <exception cref="InvalidDataException">It is damaged or cut off; the message is the end of a sentence about it.</exception>
    /// <exception cref="IOException">It isn't there or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SectionFile Open(string path, SectionFileHeader header)
    {
        var file = MappedFile.Open(path);
        if (file.Length != header.FileLength)
        {
            throw new InvalidDataException($"it has {file.Length} bytes in place of {header.FileLength}");
        }
        if (HashBody(file) != header.BodyHash)
        {
            throw new InvalidDataException("it is damaged: its checksum is another");
        }
        return new(file, ReadDirectory(file, header.DirectoryOffset));
    }

    /// <summary>What can be told of the file without reading all of it.</summary>
    /// <exception cref="InvalidDataException">It is something else, or damaged.</exception>
    /// <exception cref="OtherLayoutException">It is of another layout.</exception>
    /// <exception cref="IOException">It isn't there or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SectionFileHeader ReadHeader(string path)
    {
        Span<byte> header = stackalloc byte[SectionFileFormat.HeaderBytes];
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var count = 0;
        while (RandomAccess.Read(handle, header[count..], count) is > 0 and var read)
        {
            count += read;
        }
        return SectionFileHeader.Read(header[..count]);
    }

    public Section Find(string name) => _sections.TryGetValue(name, out var section)
        ? _file.Section(section.Offset, section.Length)
        : throw new InvalidDataException($"it has no “{name}”");

    private static Hash128 HashBody(MappedFile file)
    {
        var body = file.Length - SectionFileFormat.HeaderBytes;
        var hashes = new Hash128[(body + SectionFileFormat.ChunkBytes - 1) / SectionFileFormat.ChunkBytes];
        if (hashes.Length == 1)
        {
            HashChunk(0);
        }
        else
        {
            Parallel.For(0, hashes.Length, HashChunk);
        }
        return SectionFileFormat.BodyHash(hashes);

        void HashChunk(int i)
        {
            var start = SectionFileFormat.HeaderBytes + ((long)i * SectionFileFormat.ChunkBytes);
            hashes[i] = SectionFileFormat.Hash(file.Bytes(start, (int)Math.Min(SectionFileFormat.ChunkBytes, file.Length - start)));
        }
    }

    private static Dictionary<string, (long, long)> ReadDirectory(MappedFile file, long offset)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(file.Bytes(offset, checked((int)(file.Length - offset))).ToArray()), Encoding.UTF8);
            var sections = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                var (name, start, length) = (reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());
                if (start < SectionFileFormat.HeaderBytes || start % SectionFileFormat.Alignment != 0 || length < 0 || start > offset - length || !sections.TryAdd(name, (start, length)))
                {
                    throw new InvalidDataException($"its directory puts “{name}” where it can't be");
                }
            }
            return sections;
        }
        catch (Exception ex) when (ex is ArgumentException or OverflowException or EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("its directory can't be read", ex);
        }
    }
}
