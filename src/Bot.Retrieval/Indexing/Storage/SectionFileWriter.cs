using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Writes a section file, hashing what passes through. Holds no more than one chunk. Not thread-safe.</summary>
internal sealed class SectionFileWriter : ISectionWriter
{
    private readonly Stream _stream;
    private readonly byte[] _chunk = GC.AllocateUninitializedArray<byte>(SectionFileFormat.ChunkBytes);
    private readonly List<Hash128> _chunkHashes = [];
    private readonly List<(string Name, long Offset, long Length)> _sections = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _filled;
    private long _position = SectionFileFormat.HeaderBytes;

    /// <param name="stream">Empty, and able to go back to its start; left open.</param>
    public SectionFileWriter(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _stream.Write(stackalloc byte[SectionFileFormat.HeaderBytes]);
    }

    public void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var start = Begin(name);
        Append(MemoryMarshal.AsBytes(values));
        _sections.Add((name, start, _position - start));
    }

    /// <summary>One section of many stretches, none of which is copied to be put together.</summary>
    public void Write<T>(string name, IEnumerable<ReadOnlyMemory<T>> parts)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(parts);
        var start = Begin(name);
        foreach (var part in parts)
        {
            Append(MemoryMarshal.AsBytes(part.Span));
        }
        _sections.Add((name, start, _position - start));
    }

    /// <summary>Writes what makes it a whole file; nothing may be written after that.</summary>
    public void Complete(SnapshotStamp stamp)
    {
        var directory = Pad();
        Append(Directory());
        EndChunk();
        var header = new SectionFileHeader(_position, directory, stamp, SectionFileFormat.BodyHash(CollectionsMarshal.AsSpan(_chunkHashes)));
        Span<byte> bytes = stackalloc byte[SectionFileFormat.HeaderBytes];
        header.WriteTo(bytes);
        _stream.Position = 0;
        _stream.Write(bytes);
    }

    private long Begin(string name)
    {
        if (!_names.Add(name))
        {
            throw new ArgumentException($"There is a section “{name}” already.", nameof(name));
        }
        return Pad();
    }

    private long Pad()
    {
        Span<byte> zeros = stackalloc byte[SectionFileFormat.Alignment];
        zeros.Clear();
        Append(zeros[..(int)(-_position & (SectionFileFormat.Alignment - 1))]);
        return _position;
    }

    private byte[] Directory()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(_sections.Count);
        foreach (var (name, offset, length) in _sections)
        {
            writer.Write(name);
            writer.Write(offset);
            writer.Write(length);
        }
        return buffer.ToArray();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _position += bytes.Length;
        while (bytes.Length > 0)
        {
            var taken = Math.Min(bytes.Length, _chunk.Length - _filled);
            bytes[..taken].CopyTo(_chunk.AsSpan(_filled));
            bytes = bytes[taken..];
            _filled += taken;
            if (_filled == _chunk.Length)
            {
                EndChunk();
            }
        }
    }

    private void EndChunk()
    {
        if (_filled > 0)
        {
            _chunkHashes.Add(SectionFileFormat.Hash(_chunk.AsSpan(0, _filled)));
            _stream.Write(_chunk, 0, _filled);
            _filled = 0;
        }
    }
}
