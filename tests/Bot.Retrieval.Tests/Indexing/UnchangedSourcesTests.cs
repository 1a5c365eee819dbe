using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class UnchangedSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly RecordingOpener _files = new();
    private readonly TestRetrieval _retrieval;

    public UnchangedSourcesTests()
    {
        _retrieval = new(services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<IFileOpener>(_files));
        Write("a.txt", "The kiwi grows on vines.", age: TimeSpan.FromDays(1));
        Write("b.txt", "The plum grows on trees.", age: TimeSpan.FromDays(1));
    }

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_of_the_same_size_and_time_is_not_opened_again()
    {
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["a.txt", "b.txt"], _files.TakeOpened());
        Write("b.txt", "The plum grows on tall trees.", age: TimeSpan.FromDays(1));
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["b.txt"], _files.TakeOpened());
        Assert.Equal(["b.txt"], report.Changed.Select(id => id.Value));
    }

    [Fact]
    public async Task A_file_of_another_time_but_the_same_bytes_is_hashed_and_keeps_its_passages()
    {
        await _retrieval.LoadAsync(_folder.Path);
        _files.TakeOpened();
        var before = _retrieval.Live.Current;
        Touch("a.txt", TimeSpan.FromHours(2));
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["a.txt"], _files.TakeOpened());
        Assert.Empty(report.Changed);
        Assert.All(before.Passages.Zip(_retrieval.Live.Current.Passages), pair => Assert.Same(pair.First, pair.Second));
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Empty(_files.TakeOpened());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-60)]
    public async Task A_second_write_within_one_step_of_the_file_systems_clock_is_seen(int ageInSeconds)
    {
        Write("a.txt", "The kiwi grows on vines.", TimeSpan.FromSeconds(ageInSeconds));
        await _retrieval.LoadAsync(_folder.Path);
        Write("a.txt", "The lime grows on trees.", TimeSpan.FromSeconds(ageInSeconds));
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["a.txt"], report.Changed.Select(id => id.Value));
    }

    [Fact]
    public async Task A_file_that_was_new_when_it_was_read_is_hashed_once_more_and_then_left_alone()
    {
        Write("a.txt", "The kiwi grows on vines.", TimeSpan.Zero);
        await _retrieval.LoadAsync(_folder.Path);
        _files.TakeOpened();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["a.txt"], _files.TakeOpened());
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Empty(_files.TakeOpened());
    }

    [Fact]
    public async Task Where_nothing_changed_the_last_snapshot_is_handed_on()
    {
        await _retrieval.LoadAsync(_folder.Path);
        var before = _retrieval.Live.Current;
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Same(before, _retrieval.Live.Current);
        Assert.True(report.IsUnchanged);
        Assert.Equal((before.Revision, 2, 2, 0, 2), (report.Revision, report.Documents, report.Passages, report.EmbeddingsMade, report.EmbeddingsReused));
    }

    [Fact]
    public async Task Another_glossary_alone_makes_another_snapshot()
    {
        await _retrieval.LoadAsync(_folder.Path);
        _folder.Write("glossary.yml", "- [kiwi, actinidia]\n");
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Contains("actinidia", _retrieval.Live.Current.Glossary.OthersOf("kiwi"));
        var before = _retrieval.Live.Current;
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Same(before, _retrieval.Live.Current);
    }

    [Fact]
    public async Task What_is_wrong_with_an_unchanged_glossary_is_still_reported()
    {
        _folder.Write("glossary.yml", "- [kiwi, actinidia]\n- 7: [what]\n");
        var first = await _retrieval.LoadAsync(_folder.Path);
        var problem = Assert.Single(first.Quarantined);
        Assert.Equal(("glossary.yml", 2), (problem.Id.Value, problem.Line));
        Assert.Equal(first.Quarantined.AsEnumerable(), (await _retrieval.LoadAsync(_folder.Path)).Quarantined);
        // Also where something else changes.
        Write("b.txt", "The plum grows on tall trees.", age: TimeSpan.FromDays(2));
        Assert.Equal(first.Quarantined.AsEnumerable(), (await _retrieval.LoadAsync(_folder.Path)).Quarantined);
        Assert.Contains("actinidia", _retrieval.Live.Current.Glossary.OthersOf("kiwi"));
    }

    [Fact]
    public async Task A_remark_in_the_glossary_keeps_the_index()
    {
        _folder.Write("glossary.yml", "- [kiwi, actinidia]\n");
        await _retrieval.LoadAsync(_folder.Path);
        var before = _retrieval.Live.Current;
        _folder.Write("glossary.yml", "- [kiwi, actinidia] # a fruit\n");
        Assert.True((await _retrieval.LoadAsync(_folder.Path)).IsUnchanged);
        Assert.Same(before.Lexical, _retrieval.Live.Current.Lexical);
        Assert.NotEqual(before.GlossaryHash, _retrieval.Live.Current.GlossaryHash);
        var remembered = _retrieval.Live.Current;
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Same(remembered, _retrieval.Live.Current);
    }

    [Fact]
    public async Task Another_file_left_out_alone_is_a_change_of_the_snapshot()
    {
        await _retrieval.LoadAsync(_folder.Path);
        _folder.Write("sheet.xlsx", "no document");
        Assert.Equal("sheet.xlsx", Assert.Single((await _retrieval.LoadAsync(_folder.Path)).Quarantined).Id.Value);
        Assert.Equal("sheet.xlsx", Assert.Single(_retrieval.Live.Current.Quarantined).Id.Value);
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_is_tried_again_though_it_has_not_changed()
    {
        Write("c.docx", "no archive", age: TimeSpan.FromDays(1));
        await _retrieval.LoadAsync(_folder.Path);
        _files.TakeOpened();
        await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["c.docx"], _files.TakeOpened());
    }

    [Fact]
    public async Task A_file_that_vanishes_between_the_look_and_the_reading_is_left_out_with_the_reason()
    {
        await _retrieval.LoadAsync(_folder.Path);
        Write("a.txt", "The kiwi has moved away.", age: TimeSpan.FromHours(1));
        _files.Opening = path => File.Delete(path);
        var report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Equal(["a.txt"], report.Removed.Select(id => id.Value));
        Assert.Contains("vanished", Assert.Single(report.Quarantined).Reason, StringComparison.Ordinal);
        _files.Opening = _ => { };
        report = await _retrieval.LoadAsync(_folder.Path);
        Assert.Empty(report.Quarantined);
        Assert.Equal(1, report.Documents);
    }

    private void Write(string name, string text, TimeSpan age)
    {
        _folder.Write(name, text);
        Touch(name, age);
    }

    private void Touch(string name, TimeSpan age) => File.SetLastWriteTimeUtc(_folder.At(name), (_clock.GetUtcNow() - age).UtcDateTime);
}
