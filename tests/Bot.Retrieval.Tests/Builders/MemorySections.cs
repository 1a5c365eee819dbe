using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>Sections kept in memory instead of a file.</summary>
internal sealed class MemorySections : ISectionWriter, ISectionReader
{
    private readonly Dictionary<string, (byte[] Bytes, int Size)> _sections = [];

    public void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = GC.AllocateArray<byte>(Unsafe.SizeOf<T>() * values.Length, pinned: true);
        MemoryMarshal.AsBytes(values).CopyTo(bytes);
        _sections.Add(name, (bytes, Unsafe.SizeOf<T>()));
    }

    public unsafe Section Find(string name) => _sections.TryGetValue(name, out var section)
        ? new(section.Bytes, (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(section.Bytes, 0), section.Bytes.Length)
        : throw new InvalidDataException($"There is no section {name}.");

    /// <summary>Cuts the last value off a section.</summary>
    public void Shorten(string name)
    {
        var (bytes, size) = _sections[name];
        var shorter = GC.AllocateArray<byte>(bytes.Length - size, pinned: true);
        bytes.AsSpan(0, shorter.Length).CopyTo(shorter);
        _sections[name] = (shorter, size);
    }

    public IEnumerable<string> Names => _sections.Keys;
}
