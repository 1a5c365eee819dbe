using Bot.Benchmarks.Synthetic;
using Bot.Retrieval;
using Bot.Retrieval.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks;

/// <summary>Made-up files in a folder, and all that the host puts together to index them and to answer from them.</summary>
internal sealed class IndexedFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddRetrieval().BuildServiceProvider();
    private readonly DocumentMaker _maker = Corpus.Maker();

    private IndexedFiles(int files) => Files = files;

    public int Files { get; }

    /// <summary>Questions about them.</summary>
    public string[] Questions { get; private set; } = [];

    public LiveIndex Live => Get<LiveIndex>();

    /// <summary>Writes and indexes so many files.</summary>
    public static async Task<IndexedFiles> CreateAsync(int files, int questions, CancellationToken cancellationToken)
    {
        var made = new IndexedFiles(files);
        Corpus.WriteFiles(made._folder.Path, files);
        await made.ReloadAsync(IndexSnapshot.Empty, cancellationToken);
        var passages = made.Live.Current.Passages;
        made.Questions = [.. Enumerable.Range(0, questions).Select(number => QuestionMaker.Make(number, passages))];
        return made;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Builds from a snapshot and publishes what comes of it.</summary>
    /// <exception cref="InvalidOperationException">Nothing came of it.</exception>
    public async Task ReloadAsync(IndexSnapshot previous, CancellationToken cancellationToken)
    {
        var builder = Get<IIndexBuilder>();
        switch (await builder.BuildAsync(previous, [_folder.Path], null, cancellationToken))
        {
            case BuildOutcome.Built built:
                var replaced = Live.Current;
                Live.Publish(built.Snapshot);
                builder.Settle(built.Snapshot, replaced);
                break;
            case BuildOutcome.Failed failed:
                throw new InvalidOperationException(failed.Reason);
        }
        // What comes next would otherwise be called by what has just ended, whose locals would keep this snapshot for as long.
        await Task.Yield();
    }

    /// <summary>Gives one file another text, as long as before.</summary>
    /// <param name="file">Its number.</param>
    /// <param name="edition">Another text for each.</param>
    public void Change(int file, int edition)
    {
        var other = _maker.Make(Files * edition + file);
        File.WriteAllText(_folder.PathOf((other with { Number = file }).FileName), other.ToMarkdown());
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
