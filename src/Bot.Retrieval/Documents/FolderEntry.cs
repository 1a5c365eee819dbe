using System.IO.Enumeration;

namespace Bot.Retrieval.Documents;

/// <summary>A file, folder or link in a folder, with what one look at it tells.</summary>
/// <param name="Name">Without the folder.</param>
/// <param name="FullName">With the folder it was found in.</param>
/// <param name="Kind">What it is; a link is one whatever it leads to.</param>
/// <param name="Length">In bytes; 0 where a file vanished meanwhile.</param>
/// <param name="Modified">Last write time.</param>
internal sealed record FolderEntry(string Name, string FullName, FolderEntryKind Kind, long Length, DateTimeOffset Modified)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>What is in a folder but for the hidden, in no particular order.</summary>
    /// <exception cref="IOException">The folder isn't there or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    // FileInfo would look at each file three times.
    public static IEnumerable<FolderEntry> In(string folder) => new FileSystemEnumerable<FolderEntry>(
        folder,
        static (ref entry) =>
        {
            var name = entry.FileName.ToString();
            var kind = KindOf(ref entry);
            return new(name, Path.Join(entry.Directory, name), kind, kind == FolderEntryKind.File ? entry.Length : 0, entry.LastWriteTimeUtc);
        },
        Everything)
    {
        ShouldIncludePredicate = static (ref entry) => !IsHidden(ref entry),
    };

    private static FolderEntryKind KindOf(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.ToFileSystemInfo().LinkTarget is not null ? FolderEntryKind.Link
        : entry.IsDirectory ? FolderEntryKind.Folder
        : FolderEntryKind.File;

    private static bool IsHidden(ref FileSystemEntry entry) =>
        entry.FileName is ['.', ..]
        // Word's lock files.
        || entry.FileName is ['~', '$', ..]
        || entry.IsHidden;
}
