using System.Runtime.Intrinsics;
using Bot.Retrieval.Indexing.Vectors;

namespace Bot.Retrieval.Tests.Indexing.Vectors;

public sealed class SignBlockTests
{
    private delegate void Kernel(ReadOnlySpan<byte> block, ReadOnlySpan<byte> tables, Span<ushort> sums);

    [Theory]
    [InlineData(4)]
    [InlineData(48)]
    [InlineData(128)]
    [InlineData(SignBlock.MaximumLength / 8)]
    public void Every_width_of_register_gives_the_sums(int bytesPerVector)
    {
        var random = new Random(bytesPerVector);
        var block = new byte[bytesPerVector * SignBlock.Size];
        random.NextBytes(block);
        // The largest entries too, so that a sum that overflows would be seen.
        var table = Enumerable.Range(0, bytesPerVector * 2 * 16).Select(i => (byte)(i % 3 == 0 ? random.Next(SignBlock.LargestEntry + 1) : SignBlock.LargestEntry)).ToArray();
        var tables = table.Chunk(16).SelectMany(entries => Enumerable.Repeat(entries, SignBlock.TableBytes / 16).SelectMany(copy => copy)).ToArray();
        var expected = Enumerable.Range(0, SignBlock.Size).Select(vector => Enumerable.Range(0, bytesPerVector).Sum(i =>
        {
            var signs = block[(i * SignBlock.Size) + SignBlock.PlaceOf(vector)];
            return table[(i * 32) + (signs & 15)] + table[(i * 32) + 16 + (signs >> 4)];
        }));
        foreach (var kernel in new Kernel[]
        {
            SignBlock.Sum, SignBlock.Sum<ByteLanes128, Vector128<byte>>, SignBlock.Sum<ByteLanes256, Vector256<byte>>, SignBlock.Sum<ByteLanes512, Vector512<byte>>,
        })
        {
            var sums = new ushort[SignBlock.Size];
            kernel(block, tables, sums);
            Assert.Equal(expected, sums.Select(sum => (int)sum));
        }
    }

    [Fact]
    public void Every_vector_has_its_own_place() =>
        Assert.Equal(Enumerable.Range(0, SignBlock.Size), Enumerable.Range(0, SignBlock.Size).Select(SignBlock.PlaceOf).Order());
}
