using Bot.Retrieval.Indexing.Lexical;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Lexical;

public sealed class BitPackingTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(0, 33)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Numbers_of_every_width_come_back(int width)
    {
        var random = new Random(width);
        var mask = width == 32 ? uint.MaxValue : (1u << width) - 1;
        var values = Enumerable.Range(0, BitPacking.BlockSize).Select(_ => (uint)random.NextInt64(1L << 32) & mask).ToArray();
        values[7] = mask;
        var packed = new byte[BitPacking.ByteCount(width)];
        BitPacking.Pack(values, width, packed);
        var unpacked = new int[BitPacking.BlockSize];
        BitPacking.Unpack(packed, width, unpacked);
        Assert.Equal(values, unpacked.Select(value => (uint)value));
        Assert.Equal(values, Enumerable.Range(0, BitPacking.BlockSize).Select(i => (uint)BitPacking.Get(packed, width, i)));
        Assert.Equal(width, BitPacking.WidthOf(mask));
    }

    [Fact]
    public void Ascending_places_come_back_from_their_distances() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), Gen.Choose(1, 100_000).ToArbitrary(), (seed, spread) =>
        {
            var random = new Random(seed);
            var places = new int[BitPacking.BlockSize];
            var before = random.Next(1000);
            for (var (i, place) = (0, before); i < places.Length; i++)
            {
                places[i] = place += random.Next(i == 0 ? 0 : 1, spread + 1);
            }
            var distances = new uint[BitPacking.BlockSize];
            var width = BitPacking.Distances(places, before, distances);
            var packed = new byte[BitPacking.ByteCount(width)];
            BitPacking.Pack(distances, width, packed);
            var unpacked = new int[BitPacking.BlockSize];
            BitPacking.UnpackDistances(packed, width, before, unpacked);
            return unpacked.SequenceEqual(places);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_block_that_is_cut_short_is_refused() =>
        Assert.Throws<ArgumentException>(() => BitPacking.Unpack(new byte[15], 1, new int[BitPacking.BlockSize]));
}
