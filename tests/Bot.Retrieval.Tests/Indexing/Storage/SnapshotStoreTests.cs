using System.Runtime.InteropServices;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Storage;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Indexing.Storage;

public sealed class SnapshotStoreTests : IDisposable
{
    private static readonly string[] Questions =
    [
        "Where does the kiwi grow?", "资料备份几年？", "民法典第54条说什么？", "What does section 22603(b) say?", "Who wrote a letter to Scott Wiener?",
        "吴恩达是谁？", "How long are records kept?", "Do birds fly?", "SB-1047要求什么？", "zzz",
    ];

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();
    private readonly TestRetrieval _retrieval;

    public SnapshotStoreTests()
    {
        VariedFolder.Fill(_documents);
        _retrieval = Retrieval();
    }

    private string File => Path.Combine(_data.Path, SnapshotStore.FileName);

    public void Dispose()
    {
        _retrieval.Dispose();
        _data.Dispose();
        _documents.Dispose();
    }

    [Fact]
    public async Task A_varied_folders_snapshot_comes_back_as_it_was()
    {
        var snapshot = await SavedAsync();
        Assert.Contains(snapshot.Documents, document => document is { Author: not null, Date: not null, Link: not null });
        Assert.Contains(snapshot.Documents, document => document.RecordId is not null);
        Assert.NotEmpty(snapshot.Quarantined);
        Assert.NotEmpty(snapshot.Clauses.All);
        SnapshotAssert.Same(snapshot, Load(_retrieval));
        Assert.DoesNotContain(_retrieval.Logger.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task The_seeds_snapshot_comes_back_as_it_was()
    {
        await _retrieval.LoadAsync(LoadedSeeds.Folder);
        var store = _retrieval.Get<ISnapshotStore>();
        store.Save(_retrieval.Live.Current, [LoadedSeeds.Folder]);
        SnapshotAssert.Same(_retrieval.Live.Current, store.Load([LoadedSeeds.Folder]));
    }

    [Fact]
    public async Task Every_question_finds_the_same_with_the_same_scores()
    {
        await SavedAsync();
        using var again = Retrieval();
        again.Live.Publish(Load(again));
        foreach (var question in Questions)
        {
            var expected = await _retrieval.RetrieveAsync(new Question(question));
            var actual = await again.RetrieveAsync(new Question(question));
            Assert.Equal(expected.Passages.Select(found => (found.Passage.Id, found.Score)), actual.Passages.Select(found => (found.Passage.Id, found.Score)));
            Assert.Equal((await _retrieval.AskAsync(question)).ToString(), (await again.AskAsync(question)).ToString());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_start_opens_no_document_and_hands_the_index_on(bool glossary)
    {
        if (!glossary)
        {
            System.IO.File.Delete(_documents.At("glossary.yml"));
        }
        await SavedAsync();
        var opener = new RecordingOpener();
        using var again = Retrieval(services => services.AddSingleton<IFileOpener>(opener));
        var loaded = Load(again);
        var built = Assert.IsType<BuildOutcome.Built>(await again.Builder.BuildAsync(loaded, [_documents.Path], null, CancellationToken.None));
        Assert.Same(loaded.Passages[0], built.Snapshot.Passages[0]);
        Assert.Same(loaded.Lexical, built.Snapshot.Lexical);
        Assert.True(built.Report.IsUnchanged);
        Assert.Empty(opener.TakeOpened());
    }

    [Fact]
    public async Task What_changed_since_is_read_and_the_rest_is_taken_from_the_file()
    {
        await SavedAsync();
        System.IO.File.Delete(_documents.At("letters.md"));
        _documents.Write("new.txt", "The plum grows on trees.");
        _documents.Write("glossary.yml", "- [Kiwi, 奇异果]\n");
        var opener = new RecordingOpener();
        using var again = Retrieval(services => services.AddSingleton<IFileOpener>(opener));
        var built = Assert.IsType<BuildOutcome.Built>(await again.Builder.BuildAsync(Load(again), [_documents.Path], null, CancellationToken.None));
        Assert.Equal(["letters.md"], built.Report.Removed.Select(id => id.Value));
        Assert.Equal(["new.txt"], built.Report.Added.Select(id => id.Value));
        Assert.Equal(["new.txt"], opener.TakeOpened());
        using var fresh = Retrieval();
        await fresh.LoadAsync(_documents.Path);
        SnapshotAssert.Same(fresh.Live.Current, built.Snapshot, isBuiltAgain: true);
    }

    [Fact]
    public async Task A_snapshot_that_was_loaded_can_be_saved_again()
    {
        var snapshot = await SavedAsync();
        var store = _retrieval.Get<ISnapshotStore>();
        store.Save(Load(_retrieval), [_documents.Path]);
        SnapshotAssert.Same(snapshot, Load(_retrieval));
    }

    [Fact]
    public async Task A_file_cut_at_any_hundredth_is_refused_with_a_warning()
    {
        await SavedAsync();
        var whole = System.IO.File.ReadAllBytes(File);
        for (var percent = 0; percent < 100; percent++)
        {
            AssertRefused(whole[..(int)((long)whole.Length * percent / 100)]);
        }
    }

    [Fact]
    public async Task A_file_with_a_bit_flipped_at_any_of_many_places_is_refused_with_a_warning()
    {
        await SavedAsync();
        var whole = System.IO.File.ReadAllBytes(File);
        for (var i = 0; i < 400; i++)
        {
            var damaged = whole.ToArray();
            // The first are those of the header.
            damaged[i < 192 ? i : (int)((long)damaged.Length * (i - 192) / 208)] ^= (byte)(1 << (i % 8));
            AssertRefused(damaged);
        }
    }

    [Fact]
    public async Task Something_else_in_its_place_is_refused_and_replaced()
    {
        var snapshot = await SavedAsync();
        AssertRefused([]);
        AssertRefused("This is a text."u8.ToArray());
        _retrieval.Get<ISnapshotStore>().Save(snapshot, [_documents.Path]);
        SnapshotAssert.Same(snapshot, Load(_retrieval));
    }

    [Fact]
    public async Task A_file_made_with_another_embedding_model_isnt_used() =>
        await AssertOutdatedAsync("another embedding model", services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new FakeEmbeddings()));

    [Fact]
    public async Task A_file_made_with_another_dictionary_isnt_used() => await AssertOutdatedAsync("another dictionary", services => services.AddSingleton(
        new LexiconSource(() => BilingualLexicon.Empty, "another", NullLogger<LexiconSource>.Instance)));

    [Fact]
    public async Task A_file_made_with_another_limit_for_files_isnt_used() =>
        await AssertOutdatedAsync("other settings", services => services.Configure<DocumentOptions>(options => options.MaximumFileBytes = 12345));

    [Fact]
    public async Task A_file_of_another_folder_isnt_used()
    {
        await SavedAsync();
        using var other = new TemporaryFolder();
        Assert.Same(IndexSnapshot.Empty, _retrieval.Get<ISnapshotStore>().Load([other.Path]));
        Assert.Contains("another folder", Assert.Single(_retrieval.Logger.Lines, IsOfStore).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_program_isnt_used()
    {
        await SavedAsync();
        var header = SectionFile.ReadHeader(File);
        Rewrite(SectionFile.Open(File, header), header.Stamp with { Program = new(header.Stamp.Program.First + 1, header.Stamp.Program.Second) });
        Assert.Same(IndexSnapshot.Empty, Load(_retrieval));
        Assert.Contains("another version", Assert.Single(_retrieval.Logger.Lines, IsOfStore).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_layout_is_no_damage()
    {
        await SavedAsync();
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[8]++;
        var hashed = SectionFileFormat.HeaderBytes - 16;
        MemoryMarshal.Write(bytes.AsSpan(hashed), SectionFileFormat.Hash(bytes.AsSpan(0, hashed)));
        Replace(bytes);
        Assert.Same(IndexSnapshot.Empty, Load(_retrieval));
        var (level, message) = Assert.Single(_retrieval.Logger.Lines, IsOfStore);
        Assert.Equal(LogLevel.Information, level);
        Assert.Contains("layout", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_dictionary_has_another_fingerprint()
    {
        var shipped = BilingualLexicon.EmbeddedFingerprint();
        Assert.NotEmpty(shipped);
        using var cut = new MemoryStream([1, 2, 3]);
        Assert.NotEqual(shipped, LexiconFile.ReadFingerprint(cut));
        Assert.Equal(shipped, _retrieval.Get<LexiconSource>().Fingerprint);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Vectors_that_stood_in_for_the_models_arent_kept()
    {
        await _retrieval.LoadAsync(_documents.Path);
        using var other = Retrieval(services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new FakeEmbeddings()));
        other.Get<ISnapshotStore>().Save(_retrieval.Live.Current, [_documents.Path]);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void The_empty_snapshot_isnt_kept()
    {
        _retrieval.Get<ISnapshotStore>().Save(IndexSnapshot.Empty, [_documents.Path]);
        Assert.Empty(Directory.GetFiles(_data.Path));
        Assert.Same(IndexSnapshot.Empty, Load(_retrieval));
        Assert.DoesNotContain(_retrieval.Logger.Lines, IsOfStore);
    }

    [Fact]
    public async Task An_index_of_nothing_is_kept_too()
    {
        using var empty = new TemporaryFolder();
        await _retrieval.LoadAsync(empty.Path);
        var store = _retrieval.Get<ISnapshotStore>();
        store.Save(_retrieval.Live.Current, [empty.Path]);
        SnapshotAssert.Same(_retrieval.Live.Current, store.Load([empty.Path]));
        Assert.DoesNotContain(_retrieval.Logger.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Without_a_data_folder_nothing_is_kept()
    {
        using var forgetful = new TestRetrieval();
        await forgetful.LoadAsync(_documents.Path);
        forgetful.Get<ISnapshotStore>().Save(forgetful.Live.Current, [_documents.Path]);
        Assert.Same(IndexSnapshot.Empty, forgetful.Get<ISnapshotStore>().Load([_documents.Path]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-100)]
    public async Task A_full_disk_costs_a_warning_and_leaves_what_was_kept(int room)
    {
        var snapshot = await SavedAsync();
        var store = Full(room < 0 ? (int)new FileInfo(File).Length + room : room);
        store.Save(snapshot, [_documents.Path]);
        Assert.Contains("No space left", Assert.Single(_retrieval.Logger.Lines, IsOfStore).Message, StringComparison.Ordinal);
        Assert.Equal([File], Directory.GetFiles(_data.Path));
        SnapshotAssert.Same(snapshot, Load(_retrieval));
    }

    [Fact]
    public async Task A_data_folder_that_cant_be_made_or_written_costs_a_warning()
    {
        var blocked = _data.Write("blocked", "a file");
        using var retrieval = new TestRetrieval(services => services.Configure<IndexOptions>(options => options.DataDirectory = Path.Combine(blocked, "data")));
        await retrieval.LoadAsync(_documents.Path);
        retrieval.Get<ISnapshotStore>().Save(retrieval.Live.Current, [_documents.Path]);
        Assert.Equal(LogLevel.Warning, Assert.Single(retrieval.Logger.Lines, IsOfStore).Level);
        Assert.Same(IndexSnapshot.Empty, retrieval.Get<ISnapshotStore>().Load([_documents.Path]));
    }

    [Fact]
    public async Task A_read_only_data_folder_costs_a_warning_and_is_read_all_the_same()
    {
        var snapshot = await SavedAsync();
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            // Nothing is read-only to root, so the refusal is made up.
            Store(path => throw new UnauthorizedAccessException($"Access to the path '{path}' is denied.")).Save(snapshot, [_documents.Path]);
            Assert.Equal(LogLevel.Warning, Assert.Single(_retrieval.Logger.Lines, IsOfStore).Level);
            SnapshotAssert.Same(snapshot, Load(_retrieval));
            return;
        }
        System.IO.File.SetUnixFileMode(_data.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            _retrieval.Get<ISnapshotStore>().Save(snapshot, [_documents.Path]);
            Assert.Equal(LogLevel.Warning, Assert.Single(_retrieval.Logger.Lines, IsOfStore).Level);
            SnapshotAssert.Same(snapshot, Load(_retrieval));
        }
        finally
        {
            System.IO.File.SetUnixFileMode(_data.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_vanished_data_folder_is_made_again()
    {
        var snapshot = await SavedAsync();
        System.IO.File.Delete(File);
        Directory.Delete(_data.Path);
        Assert.Same(IndexSnapshot.Empty, Load(_retrieval));
        _retrieval.Get<ISnapshotStore>().Save(snapshot, [_documents.Path]);
        SnapshotAssert.Same(snapshot, Load(_retrieval));
    }

    [Fact]
    public async Task What_killed_processes_left_is_cleared_away_after_a_while()
    {
        var (old, recent) = (_data.Write($"{SnapshotStore.FileName}.1-1.new", "old"), _data.Write($"{SnapshotStore.FileName}.2-1.new", "recent"));
        System.IO.File.SetLastWriteTimeUtc(old, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await SavedAsync();
        Assert.Equal([File, recent], Directory.GetFiles(_data.Path).Order(StringComparer.Ordinal));
    }

    private TestRetrieval Retrieval(Action<IServiceCollection>? configure = null) => new(services =>
    {
        services.Configure<IndexOptions>(options => options.DataDirectory = _data.Path);
        configure?.Invoke(services);
    });

    private SnapshotStore Full(int room) => Store(path => new FullDisk(System.IO.File.Create(path), room));

    private SnapshotStore Store(Func<string, Stream> create) => new(
        _retrieval.Get<Microsoft.Extensions.Options.IOptions<IndexOptions>>(),
        _retrieval.Get<Microsoft.Extensions.Options.IOptions<DocumentOptions>>(),
        _retrieval.Get<LexiconSource>(),
        _retrieval.Get<IEmbeddingGenerator<string, Embedding<float>>>(),
        TimeProvider.System,
        _retrieval.Get<ILogger<SnapshotStore>>())
    {
        Create = create,
    };

    private async Task<IndexSnapshot> SavedAsync()
    {
        await _retrieval.LoadAsync(_documents.Path);
        _retrieval.Get<ISnapshotStore>().Save(_retrieval.Live.Current, [_documents.Path]);
        return _retrieval.Live.Current;
    }

    private IndexSnapshot Load(TestRetrieval retrieval) => retrieval.Get<ISnapshotStore>().Load([_documents.Path]);

    private void AssertRefused(byte[] content)
    {
        Replace(content);
        var before = _retrieval.Logger.Lines.Count;
        Assert.Same(IndexSnapshot.Empty, Load(_retrieval));
        var (level, message) = Assert.Single(_retrieval.Logger.Lines.Skip(before));
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains(File, message, StringComparison.Ordinal);
    }

    private async Task AssertOutdatedAsync(string why, Action<IServiceCollection> change)
    {
        await SavedAsync();
        using var other = Retrieval(change);
        Assert.Same(IndexSnapshot.Empty, Load(other));
        var (level, message) = Assert.Single(other.Logger.Lines);
        Assert.Equal(LogLevel.Information, level);
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.NotSame(IndexSnapshot.Empty, Load(_retrieval));
    }

    // In its place, not into it: the one before may be mapped.
    private void Replace(byte[] content)
    {
        System.IO.File.Delete(File);
        System.IO.File.WriteAllBytes(File, content);
    }

    private void Rewrite(SectionFile file, SnapshotStamp stamp)
    {
        using var stream = new MemoryStream();
        var writer = new SectionFileWriter(stream);
        foreach (var name in file.Names)
        {
            writer.Write(name, file.Read<byte>(name).Span);
        }
        writer.Complete(stamp);
        Replace(stream.ToArray());
    }

    private static bool IsOfStore((LogLevel Level, string Message) line) => line.Message.Contains(SnapshotStore.FileName, StringComparison.Ordinal);
}
