namespace Bot.Retrieval.Documents;

/// <summary>Follows symbolic links in every part of a path, not only the last.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary><see langword="null"/> where the path leads to nothing or in a circle.</summary>
    public static string? Of(string path)
    {
        var root = Path.GetPathRoot(Path.GetFullPath(path))!;
        var pending = new Stack<string>(Parts(Path.GetFullPath(path), root));
        var resolved = root;
        var links = 0;
        while (pending.TryPop(out var part))
        {
            var next = Path.Combine(resolved, part);
            FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (info.LinkTarget is not { } target)
            {
                if (!info.Exists)
                {
                    return null;
                }
                resolved = next;
                continue;
            }
            if (++links > MostLinks)
            {
                return null;
            }
            var full = Path.GetFullPath(target, resolved);
            var targetRoot = Path.GetPathRoot(full)!;
            foreach (var targetPart in Parts(full, targetRoot))
            {
                pending.Push(targetPart);
            }
            resolved = targetRoot;
        }
        return resolved;
    }

    /// <summary>Whether a path is the folder or lies below it; both without links.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.Length == folder.Length
            ? path.Equals(folder, StringComparison.Ordinal)
            : path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The last part first, for a stack.
    private static IEnumerable<string> Parts(string path, string root) =>
        path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
