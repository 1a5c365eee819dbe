using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>One walk through a seeds folder.</summary>
internal sealed class SeedsScan(ImmutableArray<IDocumentReader> readers, string root, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _realFolders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _realFiles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FileSystemInfo> _links = new(StringComparer.Ordinal);

    public List<SourceFile> Files { get; } = [];

    public List<QuarantinedSource> Quarantined { get; } = [];

    /// <summary>What went wrong with the folder itself; <see langword="null"/> where nothing did.</summary>
    public string? Run()
    {
        var failure = Walk(root, root, "");
        // Links come last: what they lead to is known by its own name then.
        while (_links.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (id, link) = _links.First();
            _links.Remove(id);
            Follow(link, id);
        }
        return failure;
    }

    // Without recursion: how deep folders nest is up to the disk.
    private string? Walk(string folder, string realFolder, string id)
    {
        string? failure = null;
        var pending = new Stack<(string Folder, string Real, string Id)>();
        pending.Push((folder, realFolder, id));
        while (pending.TryPop(out var next))
        {
            if (!_realFolders.Add(next.Real))
            {
                continue;
            }
            try
            {
                foreach (var entry in new DirectoryInfo(next.Folder).EnumerateFileSystemInfos())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (Visit(entry, next.Id, next.Real) is { } subfolder)
                    {
                        pending.Push(subfolder);
                    }
                }
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                if (next.Id.Length == 0)
                {
                    failure = ex.Message;
                }
                else
                {
                    Quarantined.Add(new(new(next.Id), $"The folder cannot be read ({ex.Message}): check its permissions."));
                }
            }
        }
        return failure;
    }

    private (string Folder, string Real, string Id)? Visit(FileSystemInfo entry, string parentId, string realParent)
    {
        var id = parentId.Length == 0 ? entry.Name : $"{parentId}/{entry.Name}";
        if (IsHidden(entry) || id == SeedsFolder.GlossaryName)
        {
            return null;
        }
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null)
        {
            _links[id] = entry;
            return null;
        }
        var real = Path.Combine(realParent, entry.Name);
        if (entry is DirectoryInfo)
        {
            return (entry.FullName, real, id);
        }
        AddFile((FileInfo)entry, id, real);
        return null;
    }

    private void AddFile(FileInfo file, string id, string real)
    {
        var extension = Path.GetExtension(id).ToLowerInvariant();
        if (!readers.Any(reader => reader.Reads(extension)))
        {
            Quarantined.Add(new(new(id), SeedsFolder.UnknownFormat(extension)));
            return;
        }
        _realFiles.Add(real);
        // A file that vanished meanwhile has no length; reading it will say so.
        var exists = file.Exists;
        Files.Add(new(new(id), file.FullName, exists ? file.Length : 0, exists ? new DateTimeOffset(file.LastWriteTimeUtc) : DateTimeOffset.UnixEpoch));
    }

    private void Follow(FileSystemInfo link, string id)
    {
        var parent = RealPath.Of(Path.GetDirectoryName(link.FullName)!);
        if (RealPath.Of(link.FullName) is not { } real || parent is null || RealPath.IsWithin(parent, real))
        {
            Quarantined.Add(new(new(id), "The link leads to nothing or in a circle: remove or mend it."));
        }
        else if (!RealPath.IsWithin(real, root))
        {
            Quarantined.Add(new(new(id), "The link leads out of the documents folder: copy what it leads to into the folder."));
        }
        else if (_realFiles.Contains(real) || _realFolders.Contains(real))
        {
            Quarantined.Add(new(new(id), "The link leads to what is read anyway: remove it."));
        }
        else if (Directory.Exists(real))
        {
            Walk(link.FullName, real, id);
        }
        else
        {
            AddFile(new FileInfo(real), id, real);
        }
    }

    private static bool IsHidden(FileSystemInfo entry) =>
        entry.Name.StartsWith('.')
        // Word's lock files.
        || entry.Name.StartsWith("~$", StringComparison.Ordinal)
        || entry.Attributes.HasFlag(FileAttributes.Hidden);
}
