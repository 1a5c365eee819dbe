using System.Security.Cryptography;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Tests.Lexicon;

public sealed class LexiconFileTests
{
    [Fact]
    public void The_shipped_file_is_the_one_that_the_tool_recorded()
    {
        var recorded = File.ReadAllText(Path.Combine(Repository.Root, "tools", "lexicon", "lexicon.bin.sha256")).Split(' ')[0];
        Assert.Equal(recorded, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(ShippedFile))));
    }

    [Fact]
    public void The_shipped_file_is_at_most_four_megabytes()
    {
        Assert.InRange(new FileInfo(ShippedFile).Length, 1, 4_000_000);
    }

    [Fact]
    public void The_embedded_file_is_the_shipped_file()
    {
        using var stream = typeof(BilingualLexicon).Assembly.GetManifestResourceStream("Bot.Retrieval.Lexicon.Data.lexicon.bin")!;
        Assert.Equal(SHA256.HashData(File.ReadAllBytes(ShippedFile)), SHA256.HashData(stream));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(1000)]
    [InlineData(2_000_000)]
    public void A_cut_off_file_is_refused_with_what_to_do(int length)
    {
        using var cut = new MemoryStream(File.ReadAllBytes(ShippedFile)[..length]);
        var exception = Assert.Throws<LexiconException>(() => BilingualLexicon.Load(cut, EnglishStemmer.Stem));
        Assert.Contains("lexicon.bin", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(42)]
    [InlineData(500_000)]
    public void A_changed_byte_is_noticed(int position)
    {
        var file = File.ReadAllBytes(ShippedFile);
        file[position] ^= 0x40;
        using var changed = new MemoryStream(file);
        Assert.Throws<LexiconException>(() => BilingualLexicon.Load(changed, EnglishStemmer.Stem));
    }

    [Fact]
    public void A_file_of_another_layout_says_so()
    {
        var file = File.ReadAllBytes(ShippedFile);
        file[4] = 9;
        using var newer = new MemoryStream(file);
        var exception = Assert.Throws<LexiconException>(() => BilingualLexicon.Load(newer, EnglishStemmer.Stem));
        Assert.Contains("layout 9", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_does_not_fit_together_is_refused()
    {
        Assert.Throws<LexiconException>(() => LexiconData.Read([]));
        Assert.Throws<LexiconException>(() => LexiconData.Read([255, 255, 255, 255, 255, 255]));
        Assert.Throws<LexiconException>(() => LexiconData.Read([1, 2, (byte)'a', (byte)'\n', 200, 1]));
        Assert.Throws<LexiconException>(() => LexiconData.Read(new byte[100]));
    }

    [Fact]
    public void A_stream_that_fails_is_a_dictionary_that_cannot_be_read()
    {
        using var failing = new FailingStream();
        Assert.Throws<LexiconException>(() => BilingualLexicon.Load(failing, EnglishStemmer.Stem));
    }

    [Fact]
    public void The_stems_in_the_file_are_those_of_our_stemmer()
    {
        var data = TestLexicon.Shipped.Data;
        var different = Enumerable.Range(0, data.Words.Count)
            .Select(word => (Word: data.Words[word].ToString(), Stem: data.Stems[data.StemOfWord[word]].ToString()))
            .Where(pair => EnglishStemmer.Stem(pair.Word) != pair.Stem)
            .ToList();
        Assert.Empty(different);
    }

    private static string ShippedFile => Path.Combine(Repository.Root, "src", "Bot.Retrieval", "Lexicon", "Data", "lexicon.bin");

    private sealed class FailingStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => throw new IOException("disk gone");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("disk gone");

        public override void CopyTo(Stream destination, int bufferSize) => throw new IOException("disk gone");
    }
}
