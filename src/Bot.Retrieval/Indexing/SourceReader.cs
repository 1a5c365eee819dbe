using System.Runtime.InteropServices;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>Finds the files of the sources and reads those that changed.</summary>
internal sealed class SourceReader(SeedsFolder folders, DocumentLoader loader, IPassageSplitter splitter, TimeProvider clock)
{
    /// <summary>
    /// Reads all sources, several files at a time; the result is in the order of the sources and of their files. What size
    /// and time show to be unchanged isn't opened, and what the hash of its bytes shows to be unchanged isn't read further.
    /// </summary>
    public async Task<SourcesRead> ReadAsync(
        IndexSnapshot previous, IReadOnlyList<string> sources, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var files = new List<SourceFile>();
        var quarantined = new List<QuarantinedSource>();
        foreach (var source in sources)
        {
            switch (List(source, cancellationToken))
            {
                case SeedsListing.Unavailable unavailable:
                    return new SourcesRead.Failed(unavailable.Reason);
                case SeedsListing.Listed listed:
                    files.AddRange(listed.Files);
                    quarantined.AddRange(listed.Quarantined);
                    break;
            }
        }
        var glossaryRead = BuildWorkers.Start(() => SeedsGlossary.Read(sources, previous), cancellationToken);
        var read = new IndexedSource[files.Count];
        var changed = FindChanged(files, previous, read);
        var done = files.Count - changed.Count;
        progress?.Report(new(ReloadStage.Reading, done, files.Count));
        if (changed.Count > 0)
        {
            await Parallel.ForEachAsync(changed, BuildWorkers.LoopOptions(cancellationToken), async (i, token) =>
            {
                read[i] = await ReadAsync(files[i], previous, token) with { LookedAt = now };
                progress?.Report(new(ReloadStage.Reading, Interlocked.Increment(ref done), files.Count));
            });
        }
        var glossary = await glossaryRead;
        quarantined.AddRange(glossary.Problems);
        return new SourcesRead.Read(ImmutableCollectionsMarshal.AsImmutableArray(read), [.. quarantined], glossary);
    }

    // Fills in those that certainly haven't changed.
    private static List<int> FindChanged(List<SourceFile> files, IndexSnapshot previous, IndexedSource[] read)
    {
        var changed = new List<int>();
        for (var i = 0; i < files.Count; i++)
        {
            if (previous.Sources.TryGetValue(files[i].FullPath, out var known) && known.IsCertainly(files[i]))
            {
                read[i] = known;
            }
            else
            {
                changed.Add(i);
            }
        }
        return changed;
    }

    // A single file is a source too: a question set's passages are one.
    private SeedsListing List(string source, CancellationToken cancellationToken)
    {
        var file = new FileInfo(source);
        return file.Exists
            ? new SeedsListing.Listed([new SourceFile(new(file.Name), file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc))], [])
            : folders.List(source, cancellationToken);
    }

    private async Task<IndexedSource> ReadAsync(SourceFile file, IndexSnapshot previous, CancellationToken cancellationToken)
    {
        switch (await loader.OpenAsync(file, cancellationToken))
        {
            case OpenedSource.Opened opened:
                return previous.Sources.TryGetValue(file.FullPath, out var known) && known.IsOf(opened)
                    ? known with { File = file }
                    : Split(opened, await loader.ReadAsync(opened, cancellationToken));
            case OpenedSource.Quarantined left:
                return new(file, null, [], [left.Source]);
            case var other:
                throw new InvalidOperationException(other.ToString());
        }
    }

    private IndexedSource Split(OpenedSource.Opened opened, ReadResult result) => result switch
    {
        ReadResult.Read read => new(opened.File, opened.ContentHash, [.. read.Documents.SelectMany(document => splitter.Split(document))], read.Skipped),
        ReadResult.Quarantined left => new(opened.File, opened.ContentHash, [], [left.Source]),
        var other => throw new InvalidOperationException(other.ToString()),
    };
}
