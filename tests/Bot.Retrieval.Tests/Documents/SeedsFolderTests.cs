using System.Globalization;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

public sealed class SeedsFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SeedsFolder _seeds = new([new PlainTextReader(), new MarkdownReader()]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_of_all_subfolders_are_listed_in_ordinal_order()
    {
        foreach (var name in new[] { "b.txt", "B.md", "a/z.txt", "a/b/c.md", "a.txt", "中文.txt" })
        {
            _folder.Write(name, "text");
        }
        var listed = List();
        Assert.Equal(["B.md", "a.txt", "a/b/c.md", "a/z.txt", "b.txt", "中文.txt"], listed.Files.Select(file => file.Id.Value));
        Assert.Empty(listed.Quarantined);
        Assert.Null(listed.EmptyReason);
        Assert.All(listed.Files, file => Assert.Equal((4, true), (file.Length, File.Exists(file.FullPath))));
    }

    [Fact]
    public void Hidden_files_folders_and_the_glossary_are_no_documents()
    {
        foreach (var name in new[] { ".hidden.txt", ".git/a.txt", "~$open.docx", "glossary.yml", "a.txt" })
        {
            _folder.Write(name, "text");
        }
        var listed = List();
        Assert.Equal(["a.txt"], listed.Files.Select(file => file.Id.Value));
        Assert.Empty(listed.Quarantined);
    }

    [Fact]
    public void Other_formats_are_left_out_with_the_formats_that_can_be_read()
    {
        _folder.Write("table.xlsx", "x");
        _folder.Write("README", "x");
        _folder.Write("folder/glossary.yml", "x");
        var listed = List();
        Assert.Equal(["README", "folder/glossary.yml", "table.xlsx"], listed.Quarantined.Select(source => source.Id.Value));
        Assert.All(listed.Quarantined, source => Assert.Contains(".md, .txt, .html, .docx, .pdf and .jsonl", source.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_folder_is_said_to_be_missing()
    {
        var missing = Assert.IsType<SeedsListing.Unavailable>(_seeds.List(_folder.At("none"), CancellationToken.None));
        Assert.Contains("does not exist", missing.Reason, StringComparison.Ordinal);
        Assert.Contains("none", missing.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void A_path_that_is_none_is_said_to_be_none(string path) =>
        Assert.IsType<SeedsListing.Unavailable>(_seeds.List(path, CancellationToken.None));

    [Fact]
    public void A_file_in_place_of_the_folder_is_said_to_be_a_file() =>
        Assert.Contains("is a file", Assert.IsType<SeedsListing.Unavailable>(_seeds.List(_folder.Write("a.txt", "x"), CancellationToken.None)).Reason, StringComparison.Ordinal);

    [Fact]
    public void An_empty_folder_is_said_to_be_empty() => Assert.Contains("holds no document", List().EmptyReason, StringComparison.Ordinal);

    [Fact]
    public void Links_in_a_circle_and_links_to_nothing_are_left_out()
    {
        _folder.Write("a/b/x.txt", "text");
        Directory.CreateSymbolicLink(_folder.At("a/b/up"), _folder.At("a"));
        Directory.CreateSymbolicLink(_folder.At("a/top"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.At("a/self"), _folder.At("a/self"));
        File.CreateSymbolicLink(_folder.At("p.txt"), _folder.At("q.txt"));
        File.CreateSymbolicLink(_folder.At("q.txt"), _folder.At("p.txt"));
        File.CreateSymbolicLink(_folder.At("gone.txt"), _folder.At("nowhere.txt"));
        var listed = List();
        Assert.Equal(["a/b/x.txt"], listed.Files.Select(file => file.Id.Value));
        Assert.Equal(["a/b/up", "a/self", "a/top", "gone.txt", "p.txt", "q.txt"], listed.Quarantined.Select(source => source.Id.Value));
        Assert.All(listed.Quarantined, source => Assert.Contains("in a circle", source.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_that_leave_the_folder_are_left_out()
    {
        using var other = new TemporaryFolder();
        other.Write("secret.txt", "text");
        File.CreateSymbolicLink(_folder.At("out.txt"), other.At("secret.txt"));
        Directory.CreateSymbolicLink(_folder.At("out"), other.Path);
        var listed = List();
        Assert.Empty(listed.Files);
        Assert.Equal(2, listed.Quarantined.Length);
        Assert.All(listed.Quarantined, source => Assert.Contains("leads out of", source.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_inside_the_folder_are_followed_once()
    {
        // As configuration mounts are laid out: the files lie in a hidden folder that is exchanged as a whole.
        _folder.Write(".v1/a.txt", "text");
        _folder.Write(".v1/sub/b.txt", "text");
        _folder.Write("real.txt", "text");
        Directory.CreateSymbolicLink(_folder.At(".current"), ".v1");
        File.CreateSymbolicLink(_folder.At("a.txt"), Path.Combine(".current", "a.txt"));
        Directory.CreateSymbolicLink(_folder.At("sub"), Path.Combine(".current", "sub"));
        File.CreateSymbolicLink(_folder.At("again.txt"), "real.txt");
        var listed = List();
        Assert.Equal(["a.txt", "real.txt", "sub/b.txt"], listed.Files.Select(file => file.Id.Value));
        Assert.Contains("read anyway", Assert.Single(listed.Quarantined).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_itself_may_be_a_link()
    {
        _folder.Write("real/a.txt", "text");
        Directory.CreateSymbolicLink(_folder.At("link"), _folder.At("real"));
        Assert.Equal("a.txt", Assert.Single(Assert.IsType<SeedsListing.Listed>(_seeds.List(_folder.At("link"), CancellationToken.None)).Files).Id.Value);
    }

    [Fact]
    public void Ten_thousand_files_are_listed()
    {
        for (var i = 0; i < 10_000; i++)
        {
            _folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i % 100}/{i}.txt"), "text");
        }
        Assert.Equal(10_000, List().Files.Length);
    }

    [Fact]
    public void Listing_can_be_cancelled()
    {
        _folder.Write("a.txt", "text");
        Assert.ThrowsAny<OperationCanceledException>(() => _seeds.List(_folder.Path, new CancellationToken(canceled: true)));
    }

    private SeedsListing.Listed List() => Assert.IsType<SeedsListing.Listed>(_seeds.List(_folder.Path, CancellationToken.None));
}
