using System.IO.Compression;
using System.Text;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class PayloadInflaterTests : IDisposable
{
    private readonly MemoryStream _wire = new();
    private readonly ZLibStream _compressor;

    public PayloadInflaterTests() => _compressor = new(_wire, CompressionLevel.Fastest, leaveOpen: true);

    [Fact]
    public void Reads_payload_after_payload_of_one_stream()
    {
        using var inflater = new PayloadInflater(1000);
        Assert.Equal("first", Text(inflater.Add(Compress("first"))));
        Assert.Equal("second, which is like the first", Text(inflater.Add(Compress("second, which is like the first"))));
        Assert.Equal("third", Text(inflater.Add(Compress("third"))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Waits_for_the_end_of_a_payload_spread_over_messages(int pieceLength)
    {
        using var inflater = new PayloadInflater(1000);
        var pieces = Compress("one payload in pieces").Chunk(pieceLength).ToList();
        foreach (var piece in pieces.SkipLast(1))
        {
            Assert.False(inflater.Add(piece).IsComplete);
        }
        Assert.Equal("one payload in pieces", Text(inflater.Add(pieces[^1])));
    }

    [Fact]
    public void Reads_a_payload_larger_than_its_buffer()
    {
        using var inflater = new PayloadInflater(10_000_000);
        var text = string.Concat(Enumerable.Range(0, 500_000).Select(number => $"{number},"));
        Assert.Equal(text, Text(inflater.Add(Compress(text))));
        Assert.Equal("after", Text(inflater.Add(Compress("after"))));
    }

    [Fact]
    public void Stops_at_the_limit_however_well_it_was_compressed()
    {
        using var inflater = new PayloadInflater(1_000_000);
        Assert.True(inflater.Add(Compress(new string('a', 1_000_001))).IsTooLarge);
    }

    [Fact]
    public void Stops_at_the_limit_while_no_end_comes()
    {
        using var inflater = new PayloadInflater(100);
        Assert.False(inflater.Add(new byte[90]).IsTooLarge);
        Assert.True(inflater.Add(new byte[90]).IsTooLarge);
    }

    [Fact]
    public void Says_when_it_is_no_zlib_stream()
    {
        using var inflater = new PayloadInflater(100);
        Assert.Throws<InvalidDataException>(() => inflater.Add([1, 2, 3, 4, 0x00, 0x00, 0xFF, 0xFF]));
    }

    public void Dispose()
    {
        _compressor.Dispose();
        _wire.Dispose();
    }

    private static string Text(InflatedPayload payload)
    {
        Assert.True(payload.IsComplete);
        return Encoding.UTF8.GetString(payload.Text.Span);
    }

    private byte[] Compress(string text)
    {
        _wire.SetLength(0);
        _compressor.Write(Encoding.UTF8.GetBytes(text));
        _compressor.Flush();
        return _wire.ToArray();
    }
}
