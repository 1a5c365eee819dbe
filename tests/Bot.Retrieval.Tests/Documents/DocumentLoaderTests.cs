using System.Text;
using Bot.Retrieval.Documents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Tests.Documents;

public sealed class DocumentLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_loaded_and_read()
    {
        var result = await Loader().ReadAsync(Source("a.txt", "美國(guó)"), CancellationToken.None);
        Assert.Equal("美國", Assert.Single(Assert.IsType<ReadResult.Read>(result).Documents).Text);
    }

    [Fact]
    public async Task The_hash_is_known_before_reading_and_is_the_documents_revision()
    {
        var loader = Loader();
        var first = Assert.IsType<OpenedSource.Opened>(await loader.OpenAsync(Source("a.txt", "text"), CancellationToken.None));
        var second = Assert.IsType<OpenedSource.Opened>(await loader.OpenAsync(Source("b.txt", "text"), CancellationToken.None));
        var other = Assert.IsType<OpenedSource.Opened>(await loader.OpenAsync(Source("c.txt", "text."), CancellationToken.None));
        Assert.Equal(first.ContentHash, second.ContentHash);
        Assert.NotEqual(first.ContentHash, other.ContentHash);
        Assert.Equal(first.ContentHash, Assert.Single(Assert.IsType<ReadResult.Read>(await loader.ReadAsync(first, CancellationToken.None)).Documents).Revision);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_without_opening_the_file()
    {
        var opener = new FakeFileOpener(() => throw new InvalidOperationException("not to be opened"));
        var path = _folder.At("big.txt");
        await using (var stream = File.Create(path))
        {
            stream.SetLength(100 * 1024 * 1024);
        }
        var reason = await ReasonAsync(Loader(opener), new(new("big.txt"), path, new FileInfo(path).Length, DateTimeOffset.UnixEpoch));
        Assert.Contains("100 MB, more than the 20 MB", reason, StringComparison.Ordinal);
        Assert.Equal(0, opener.Opened);
    }

    [Fact]
    public async Task A_file_that_grew_past_the_limit_since_it_was_listed_is_refused()
    {
        var source = Source("a.txt", new string('x', 5000)) with { Length = 10 };
        Assert.Contains("more than", await ReasonAsync(Loader(maximumBytes: 4096), source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_as_large_as_the_limit_is_read() =>
        Assert.IsType<ReadResult.Read>(await Loader(maximumBytes: 4096).ReadAsync(Source("a.txt", new string('x', 4096)), CancellationToken.None));

    [Fact]
    public async Task A_file_that_vanished_is_refused()
    {
        var source = Source("a.txt", "text");
        File.Delete(source.FullPath);
        Assert.Contains("vanished", await ReasonAsync(Loader(), source), StringComparison.Ordinal);
        Assert.Contains("vanished", await ReasonAsync(Loader(), source with { Length = 0 }), StringComparison.Ordinal);
        Assert.Contains("vanished", await ReasonAsync(Loader(), source with { FullPath = _folder.At("none/a.txt") }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_fails_while_it_is_read_is_refused()
    {
        var opener = new FakeFileOpener(() => new BrokenStream("start"u8.ToArray(), new IOException("Input/output error")));
        Assert.Contains("Input/output error", await ReasonAsync(Loader(opener), Reading.File("a.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_refused()
    {
        var opener = new FakeFileOpener(() => throw new UnauthorizedAccessException());
        Assert.Contains("permission", await ReasonAsync(Loader(opener), Reading.File("a.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_folder.At("a.txt"));
        Assert.NotEmpty(await ReasonAsync(Loader(), new(new("a.txt"), _folder.At("a.txt"), 10, DateTimeOffset.UnixEpoch)));
    }

    [Fact]
    public async Task An_empty_file_is_refused_without_opening_it()
    {
        var opener = new FakeFileOpener(() => throw new InvalidOperationException("not to be opened"));
        Assert.Contains("is empty", await ReasonAsync(Loader(opener), Source("a.txt", "")), StringComparison.Ordinal);
        Assert.Equal(0, opener.Opened);
    }

    [Fact]
    public async Task An_unknown_format_is_refused() =>
        Assert.Contains("only .md", await ReasonAsync(Loader(), Source("a.xyz", "text")), StringComparison.Ordinal);

    [Fact]
    public async Task A_reader_that_fails_costs_its_file_only()
    {
        var loader = new DocumentLoader([new FailingReader()], new FileOpener(), Options.Create(new DocumentOptions()), NullLogger<DocumentLoader>.Instance);
        Assert.Contains("could not be read as .txt", await ReasonAsync(loader, Source("a.txt", "text")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_not_a_reason()
    {
        var source = Source("a.txt", "text");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Loader().ReadAsync(source, new CancellationToken(canceled: true)));
    }

    private static async Task<string> ReasonAsync(DocumentLoader loader, SourceFile source)
    {
        var refused = Assert.IsType<ReadResult.Quarantined>(await loader.ReadAsync(source, CancellationToken.None)).Source;
        Assert.Equal(source.Id, refused.Id);
        return refused.Reason;
    }

    private static DocumentLoader Loader(IFileOpener? opener = null, long? maximumBytes = null)
    {
        var options = new DocumentOptions();
        options.MaximumFileBytes = maximumBytes ?? options.MaximumFileBytes;
        return new([new PlainTextReader()], opener ?? new FileOpener(), Options.Create(options), NullLogger<DocumentLoader>.Instance);
    }

    private SourceFile Source(string name, string text) =>
        new(new(name), _folder.Write(name, text), Encoding.UTF8.GetByteCount(text), DateTimeOffset.UnixEpoch);

    private sealed class FailingReader : IDocumentReader
    {
        public bool Reads(string extension) => true;

        public Task<ReadResult> ReadAsync(SourceFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("a bug");
    }
}
