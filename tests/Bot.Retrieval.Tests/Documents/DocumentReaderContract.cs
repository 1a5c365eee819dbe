using System.Text;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

/// <summary>What every reader holds to, whatever it is given.</summary>
public abstract class DocumentReaderContract
{
    private const int Mutations = 150;

    /// <summary>A name that the reader reads.</summary>
    protected abstract string FileName { get; }

    internal abstract IDocumentReader CreateReader();

    /// <summary>A file with <c>第一句話。</c> and <c>The last sentence.</c> in its text.</summary>
    internal abstract byte[] Sample();

    [Fact]
    public void It_reads_its_own_extension_only()
    {
        var reader = CreateReader();
        Assert.True(reader.Reads(Path.GetExtension(FileName)));
        Assert.False(reader.Reads(".exe"));
        Assert.False(reader.Reads(""));
    }

    [Fact]
    public async Task A_file_gives_the_same_documents_every_time()
    {
        var first = await CreateReader().ReadOneAsync(FileName, Sample());
        var second = await CreateReader().ReadOneAsync(FileName, Sample());
        Assert.Equal((first.Id, first.Title, first.Text, first.Revision), (second.Id, second.Title, second.Text, second.Revision));
        Assert.Contains("第一句話。", first.Text, StringComparison.Ordinal);
        Assert.Contains("The last sentence.", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_part_of_a_document_is_sound() => AssertSound(await CreateReader().ReadAsync(FileName, Sample()));

    [Fact]
    public async Task Any_bytes_are_read_or_refused_with_a_reason()
    {
        var reader = CreateReader();
        var random = new Random(11);
        AssertSound(await reader.ReadAsync(FileName, []));
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            AssertSound(await reader.ReadAsync(FileName, bytes));
        }
    }

    [Fact]
    public async Task Damaged_files_are_read_or_refused_with_a_reason()
    {
        var reader = CreateReader();
        var random = new Random(12);
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = Sample();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }
            AssertSound(await reader.ReadAsync(FileName, i % 3 == 0 ? bytes[..random.Next(bytes.Length)] : bytes));
        }
    }

    [Fact]
    public async Task Deep_nesting_is_no_danger()
    {
        var reader = CreateReader();
        foreach (var piece in new[] { "> ", "- ", "[", "{\"text\":", "<div>", "<b>", "(", "*", "- [", "---\na: [" })
        {
            AssertSound(await reader.ReadAsync(FileName, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 10_000)))));
        }
    }

    [Fact]
    public async Task A_cancelled_reading_ends_as_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            CreateReader().ReadAsync(Reading.File(FileName), Sample(), new CancellationToken(canceled: true)));

    private static void AssertSound(ReadResult result)
    {
        if (result is ReadResult.Quarantined quarantined)
        {
            Assert.NotEmpty(quarantined.Source.Reason);
            Assert.EndsWith(".", quarantined.Source.Reason, StringComparison.Ordinal);
            return;
        }
        foreach (var document in Assert.IsType<ReadResult.Read>(result).Documents)
        {
            Assert.False(string.IsNullOrWhiteSpace(document.Title));
            Assert.False(string.IsNullOrWhiteSpace(document.Text));
            Assert.Equal(document.Text, TextCleaner.Clean(document.Text).Text);
            var (offset, line) = (0, 1);
            for (var i = 0; i < document.Text.Length; i++)
            {
                Assert.True(document.Source.RawOffsetAt(i) >= offset);
                Assert.True(document.Source.LineAt(i) >= line);
                (offset, line) = (document.Source.RawOffsetAt(i), document.Source.LineAt(i));
            }
            var end = 0;
            foreach (var heading in document.Headings)
            {
                Assert.True(heading.Span.Start >= end && heading.Span.End <= document.Text.Length);
                Assert.InRange(heading.Level, 1, 9);
                Assert.NotEmpty(heading.Text);
                end = heading.Span.End;
            }
        }
    }
}
