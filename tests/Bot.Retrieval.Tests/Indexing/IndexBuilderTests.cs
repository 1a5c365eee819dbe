using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class IndexBuilderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly TestRetrieval _retrieval;

    public IndexBuilderTests()
    {
        _retrieval = new(services => services.AddSingleton<TimeProvider>(_clock));
        _folder.Write("a.txt", "SB-1047法案第22603(b)条要求报告安全事故。");
        _folder.Write("b.md", "# Letters\n\nOpenAI wrote a letter to Scott Wiener.\n");
        _folder.Write("sub/c.txt", "用户的资料会被备份7年。");
    }

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_missing_folder_fails_and_is_named()
    {
        var failed = Assert.IsType<BuildOutcome.Failed>(await _retrieval.BuildAsync(_folder.At("nowhere")));
        Assert.Contains(_folder.At("nowhere"), failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_gives_an_index_of_nothing()
    {
        using var empty = new TemporaryFolder();
        var report = await _retrieval.LoadAsync(empty.Path);
        Assert.Equal((0, 0, 0), (report.Documents, report.Passages, report.Clauses));
        Assert.Empty(_retrieval.Live.Current.Passages);
    }

    [Fact]
    public async Task The_first_build_adds_everything()
    {
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["a.txt", "b.md", "sub/c.txt"], Names(report.Added));
        Assert.Equal((3, 3, 0), (report.Documents, report.EmbeddingsMade, report.EmbeddingsReused));
        Assert.Equal(["22603(b)"], report.ClausesAdded.Select(clause => clause.Canonical));
        Assert.Equal(report.Revision, _retrieval.Live.Current.Revision);
    }

    [Fact]
    public async Task A_reload_of_the_same_files_changes_nothing_and_embeds_nothing()
    {
        var first = await _retrieval.LoadAsync(_folder.Path);
        AssertChanges(await _retrieval.LoadAsync(_folder.Path), [], [], [], made: 0, reused: 3);
        Assert.Equal(first.Revision, _retrieval.Live.Current.Revision);
    }

    [Fact]
    public async Task A_reload_lists_exactly_the_file_that_was_added()
    {
        await _retrieval.LoadAsync(_folder.Path);
        _folder.Write("d.txt", "第22604(a)条规定了资料。");
        var report = await _retrieval.LoadAsync(_folder.Path);
        AssertChanges(report, ["d.txt"], [], [], made: 1, reused: 3);
        Assert.Equal(["22604(a)"], report.ClausesAdded.Select(clause => clause.Canonical));
        Assert.Empty(report.ClausesRemoved);
    }

    [Fact]
    public async Task A_reload_lists_exactly_the_file_that_changed()
    {
        await _retrieval.LoadAsync(_folder.Path);
        _folder.Write("sub/c.txt", "用户的资料会被备份70年。");
        AssertChanges(await _retrieval.LoadAsync(_folder.Path), [], ["sub/c.txt"], [], made: 1, reused: 2);
    }

    [Fact]
    public async Task A_reload_lists_exactly_the_file_that_was_removed()
    {
        await _retrieval.LoadAsync(_folder.Path);
        File.Delete(_folder.At("a.txt"));
        var report = await _retrieval.LoadAsync(_folder.Path);
        AssertChanges(report, [], [], ["a.txt"], made: 0, reused: 2);
        Assert.Equal(["22603(b)"], report.ClausesRemoved.Select(clause => clause.Canonical));
        Assert.Empty(report.ClausesAdded);
    }

    [Fact]
    public async Task A_file_that_moved_is_removed_there_and_added_here()
    {
        await _retrieval.LoadAsync(_folder.Path);
        File.Move(_folder.At("a.txt"), _folder.At("z.txt"));
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["z.txt"], Names(report.Added));
        Assert.Equal(["a.txt"], Names(report.Removed));
        Assert.Empty(report.ClausesAdded);
        Assert.Empty(report.ClausesRemoved);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_listed_with_its_reason_and_the_rest_loads()
    {
        _folder.Write("broken.docx", "no archive");
        _folder.Write("sheet.xlsx", "no document");
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["a.txt", "b.md", "sub/c.txt"], Names(report.Added));
        Assert.Equal(["broken.docx", "sheet.xlsx"], report.Quarantined.Select(source => source.Id.Value));
        Assert.All(report.Quarantined, source => Assert.NotEmpty(source.Reason));
    }

    [Fact]
    public async Task A_file_stays_listed_as_unreadable_until_it_is_repaired()
    {
        _folder.Write("d.docx", "no archive");
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal("d.docx", Assert.Single((await _retrieval.LoadAsync(_folder.Path)).Quarantined).Id.Value);
        File.Delete(_folder.At("d.docx"));
        Assert.Empty((await _retrieval.LoadAsync(_folder.Path)).Quarantined);
    }

    [Fact]
    public async Task A_bad_line_is_listed_by_its_number_and_the_other_lines_load()
    {
        _folder.Write("set.jsonl", """
            {"id": "p1", "title": "t", "text": "第一。"}
            {"id": "p2", "title":
            {"id": "p3", "title": "t", "text": "第三。"}
            """);
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(("set.jsonl", 2), (Assert.Single(report.Quarantined).Id.Value, report.Quarantined[0].Line));
        Assert.Contains("set.jsonl#p3", Names(report.Added));
    }

    [Fact]
    public async Task The_same_documents_give_the_same_revision_wherever_they_lie()
    {
        using var other = new TemporaryFolder();
        foreach (var name in new[] { "sub/c.txt", "b.md", "a.txt" })
        {
            other.Write(name, File.ReadAllBytes(_folder.At(name)));
        }
        var here = await _retrieval.LoadAsync(_folder.Path);
        var there = await _retrieval.LoadAsync(other.Path);
        Assert.Equal(here.Revision, there.Revision);
        other.Write("a.txt", "另一份。");
        Assert.NotEqual(here.Revision, (await _retrieval.LoadAsync(other.Path)).Revision);
    }

    [Theory]
    [InlineData(ReloadStage.Reading)]
    [InlineData(ReloadStage.Embedding)]
    [InlineData(ReloadStage.Indexing)]
    public async Task Cancelling_throws_and_leaves_the_last_index(ReloadStage stage)
    {
        await _retrieval.LoadAsync(_folder.Path);
        var old = _retrieval.Live.Current;
        _folder.Write("d.txt", "新的文件。");
        using var cancelling = new CancellationTokenSource();
        var progress = new Progress(report =>
        {
            if (report.Stage == stage)
            {
                cancelling.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _retrieval.Builder.BuildAsync(old, [_folder.Path], progress, cancelling.Token));
        Assert.Same(old, _retrieval.Live.Current);
        Assert.DoesNotContain(_retrieval.Logger.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task Progress_goes_through_the_stages_in_order_and_each_ends_complete()
    {
        var reports = new System.Collections.Concurrent.ConcurrentQueue<ReloadProgress>();
        await _retrieval.Builder.BuildAsync(IndexSnapshot.Empty, [_folder.Path], new Progress(reports.Enqueue), CancellationToken.None);
        Assert.Equal([ReloadStage.Reading, ReloadStage.Embedding, ReloadStage.Indexing], reports.Select(report => report.Stage).Distinct());
        Assert.All(reports.GroupBy(report => report.Stage), stage => Assert.Equal(3, stage.Max(report => report.Done)));
    }

    [Fact]
    public async Task The_duration_is_the_clocks()
    {
        var progress = new Progress(report =>
        {
            if (report is { Stage: ReloadStage.Indexing, Done: 0 })
            {
                _clock.Advance(TimeSpan.FromSeconds(7));
            }
        });
        var built = Assert.IsType<BuildOutcome.Built>(await _retrieval.Builder.BuildAsync(IndexSnapshot.Empty, [_folder.Path], progress, CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(7), built.Report.Duration);
    }

    [Fact]
    public async Task Several_folders_count_as_one()
    {
        using var other = new TemporaryFolder();
        other.Write("other.txt", "另一份。");
        Assert.Equal(4, (await _retrieval.LoadAsync(_folder.Path, other.Path)).Documents);
    }

    [Fact]
    public async Task Ten_thousand_files_are_an_index_too()
    {
        using var many = new TemporaryFolder();
        for (var i = 0; i < 10_000; i++)
        {
            many.Write($"{i % 100}/{i}.txt", $"文件{i}提到编号K{i}。");
        }
        var report = await _retrieval.LoadAsync(many.Path);
        Assert.Equal((10_000, 10_000), (report.Documents, report.Passages));
        var answer = Assert.IsType<Bot.Retrieval.Answering.Answer.Grounded>(await _retrieval.AskAsync("编号K7311在哪一份文件？"));
        Assert.Equal("11/7311.txt", answer.Citations[0].DocumentName);
    }

    private static void AssertChanges(ReloadReport report, string[] added, string[] changed, string[] removed, int made, int reused)
    {
        Assert.Equal(added, Names(report.Added));
        Assert.Equal(changed, Names(report.Changed));
        Assert.Equal(removed, Names(report.Removed));
        Assert.Equal((made, reused), (report.EmbeddingsMade, report.EmbeddingsReused));
    }

    private static IEnumerable<string> Names(IEnumerable<DocumentId> ids) => ids.Select(id => id.Value);

    private sealed class Progress(Action<ReloadProgress> told) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value) => told(value);
    }
}
