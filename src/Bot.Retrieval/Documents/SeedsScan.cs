using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>One walk through a seeds folder.</summary>
internal sealed class SeedsScan(ImmutableArray<IDocumentReader> readers, string root, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _realFolders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _realFiles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _isRead = new(StringComparer.OrdinalIgnoreCase);

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
                foreach (var entry in FolderEntry.In(next.Folder))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (Visit(entry, next) is { } subfolder)
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

    private (string Folder, string Real, string Id)? Visit(FolderEntry entry, (string Folder, string Real, string Id) parent)
    {
        var id = parent.Id.Length == 0 ? entry.Name : $"{parent.Id}/{entry.Name}";
        if (id == SeedsFolder.GlossaryName)
        {
            return null;
        }
        if (entry.Kind == FolderEntryKind.Link)
        {
            _links[id] = entry.FullName;
            return null;
        }
        var real = ReferenceEquals(parent.Folder, parent.Real) ? entry.FullName : Path.Join(parent.Real, entry.Name);
        if (entry.Kind == FolderEntryKind.Folder)
        {
            return (entry.FullName, real, id);
        }
        AddFile(new(new(id), entry.FullName, entry.Length, entry.Modified), real);
        return null;
    }

    private void AddFile(SourceFile file, string real)
    {
        if (!IsRead(file.Id.Value))
        {
            Quarantined.Add(new(file.Id, SeedsFolder.UnknownFormat(Path.GetExtension(file.Id.Value).ToLowerInvariant())));
            return;
        }
        _realFiles.Add(real);
        Files.Add(file);
    }

    // Asked once an extension, not once a file.
    private bool IsRead(string id)
    {
        var extension = Path.GetExtension(id.AsSpan());
        var known = _isRead.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(extension, out var isRead))
        {
            var lower = extension.ToString().ToLowerInvariant();
            known[extension] = isRead = readers.Any(reader => reader.Reads(lower));
        }
        return isRead;
    }

    private void Follow(string link, string id)
    {
        var parent = RealPath.Of(Path.GetDirectoryName(link)!);
        if (RealPath.Of(link) is not { } real || parent is null || RealPath.IsWithin(parent, real))
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
            Walk(link, real, id);
        }
        else
        {
            var file = new FileInfo(real);
            // One that vanished meanwhile has no length; reading it will say so.
            AddFile(new(new(id), real, file.Exists ? file.Length : 0, file.Exists ? new DateTimeOffset(file.LastWriteTimeUtc) : DateTimeOffset.UnixEpoch), real);
        }
    }
}
