using System.Runtime.InteropServices;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Peers;

/// <summary>Writes a set for the peers that read files.</summary>
internal static class VectorFiles
{
    public static void Write(VectorSet set, string folder)
    {
        Write(folder, "vectors.bin", MemoryMarshal.AsBytes(set.Vectors.AsSpan()));
        Write(folder, "questions.bin", MemoryMarshal.AsBytes(set.Questions.SelectMany(question => question).ToArray().AsSpan()));
        Write(folder, "truth.bin", MemoryMarshal.AsBytes(set.Truth.SelectMany(numbers => numbers).ToArray().AsSpan()));
    }

    private static void Write(string folder, string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(Path.Combine(folder, name), content);
}
