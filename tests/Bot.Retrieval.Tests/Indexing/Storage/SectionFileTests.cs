using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Retrieval.Indexing.Storage;
using Bot.Retrieval.Tests.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Storage;

public sealed class SectionFileTests : IDisposable
{
    private static readonly SnapshotStamp Stamp = new(new(1, 1), new(2, 2), new(3, 3), new(4, 4), new(5, 5));

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.At("file.bin");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_whatever_it_is() => Prop
        .ForAll<Dictionary<NonNull<string>, byte[]>, long[]>((sections, numbers) =>
        {
            var file = Written(writer =>
            {
                foreach (var (name, bytes) in sections)
                {
                    writer.Write<byte>("any/" + name.Get, bytes);
                }
                writer.Write<long>("numbers", numbers);
            });
            Assert.Equal(numbers, file.Read<long>("numbers").ToArray());
            Assert.All(sections, section => Assert.Equal(section.Value, file.Read<byte>("any/" + section.Key.Get).ToArray()));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Every_section_starts_at_a_multiple_of_64_bytes()
    {
        var file = Written(writer =>
        {
            writer.Write("bytes", "abc"u8);
            writer.Write<int>("numbers", [1, 2, 3]);
            writer.Write<double>("values", [0.5]);
        });
        Assert.Equal(["bytes", "numbers", "values"], file.Names);
        foreach (var name in file.Names)
        {
            ref readonly var first = ref MemoryMarshal.GetReference(file.Read<byte>(name).Span);
            Assert.Equal(0, Unsafe.ByteOffset(in Unsafe.NullRef<byte>(), in first) % SectionFileFormat.Alignment);
        }
    }

    [Fact]
    public void A_section_of_many_parts_longer_than_a_chunk_is_one()
    {
        var parts = Enumerable.Range(0, 40).Select(i => new ReadOnlyMemory<int>([.. Enumerable.Range(i * 100_000, 100_000)])).ToArray();
        var file = Written(writer =>
        {
            writer.Write("before", "x"u8);
            writer.Write("parts", parts);
            writer.Write("behind", "y"u8);
        });
        Assert.Equal(Enumerable.Range(0, 4_000_000), MemoryMarshal.ToEnumerable(file.Read<int>("parts")));
        Assert.Equal("y"u8.ToArray(), file.Read<byte>("behind").ToArray());
    }

    [Fact]
    public void Two_sections_of_one_name_are_a_mistake() => Assert.Throws<ArgumentException>(() => Written(writer =>
    {
        writer.Write("a", "x"u8);
        writer.Write("a", "y"u8);
    }));

    [Fact]
    public void A_section_that_isnt_there_or_of_another_length_is_refused()
    {
        var file = Written(writer => writer.Write("a", "xyz"u8));
        Assert.Contains("“b”", Assert.Throws<InvalidDataException>(() => file.Read<byte>("b")).Message, StringComparison.Ordinal);
        Assert.Contains("“a”", Assert.Throws<InvalidDataException>(() => file.Read<int>("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = Small();
        for (var length = 0; length < whole.Length; length++)
        {
            AssertRefused(whole[..length]);
        }
        AssertRefused([.. whole, 0]);
    }

    [Fact]
    public void A_file_with_any_bit_flipped_is_refused()
    {
        var whole = Small();
        for (var i = 0; i < whole.Length * 8; i++)
        {
            var damaged = whole.ToArray();
            damaged[i / 8] ^= (byte)(1 << (i % 8));
            AssertRefused(damaged);
        }
    }

    [Fact]
    public void Two_swapped_chunks_are_noticed()
    {
        var whole = Bytes(writer => writer.Write<int>("numbers", [.. Enumerable.Range(0, SectionFileFormat.ChunkBytes)]));
        var damaged = whole.ToArray();
        var (first, second) = (SectionFileFormat.HeaderBytes, SectionFileFormat.HeaderBytes + SectionFileFormat.ChunkBytes);
        whole.AsSpan(first, SectionFileFormat.ChunkBytes).CopyTo(damaged.AsSpan(second));
        whole.AsSpan(second, SectionFileFormat.ChunkBytes).CopyTo(damaged.AsSpan(first));
        AssertRefused(damaged);
    }

    [Fact]
    public void A_file_of_another_layout_says_so()
    {
        var other = Small();
        other[8]++;
        // With a right hash, as another program would write it.
        var hashed = SectionFileFormat.HeaderBytes - 16;
        MemoryMarshal.Write(other.AsSpan(hashed), SectionFileFormat.Hash(other.AsSpan(0, hashed)));
        System.IO.File.WriteAllBytes(File, other);
        Assert.Contains($"layout {SectionFileFormat.Version + 1}", Assert.Throws<OtherLayoutException>(() => SectionFile.ReadHeader(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_outlives_the_reader_and_the_file_on_disk()
    {
        var memory = Written(writer => writer.Write<int>("numbers", [7, 8, 9])).Read<int>("numbers");
        System.IO.File.Delete(File);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal([7, 8, 9], memory.ToArray());
    }

    private byte[] Small() => Bytes(writer =>
    {
        writer.Write<int>("numbers", [1, 2, 3]);
        writer.Write("text", "a text"u8);
    });

    private byte[] Bytes(Action<SectionFileWriter> write)
    {
        Written(write);
        return System.IO.File.ReadAllBytes(File);
    }

    private SectionFile Written(Action<SectionFileWriter> write)
    {
        // The one before may be mapped still.
        System.IO.File.Delete(File);
        using (var stream = System.IO.File.Create(File))
        {
            var writer = new SectionFileWriter(stream);
            write(writer);
            writer.Complete(Stamp);
        }
        var header = SectionFile.ReadHeader(File);
        Assert.Equal(Stamp, header.Stamp);
        return SectionFile.Open(File, header);
    }

    private string AssertRefused(byte[] content)
    {
        System.IO.File.Delete(File);
        System.IO.File.WriteAllBytes(File, content);
        return Assert.Throws<InvalidDataException>(() => SectionFile.Open(File, SectionFile.ReadHeader(File))).Message;
    }
}
