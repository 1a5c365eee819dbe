using System.Runtime.InteropServices;
using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>A snapshot file that is only kept in memory.</summary>
internal sealed class SectionMemory : ISectionWriter, ISectionReader
{
    public Dictionary<string, byte[]> Sections { get; } = [];

    public void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged => Sections.Add(name, MemoryMarshal.AsBytes(values).ToArray());

    public ReadOnlyMemory<T> Read<T>(string name)
        where T : unmanaged =>
        Sections.TryGetValue(name, out var bytes) && bytes.Length % Marshal.SizeOf<T>() == 0
            ? MemoryMarshal.Cast<byte, T>(bytes).ToArray()
            : throw new InvalidDataException($"There is no section {name}.");
}
