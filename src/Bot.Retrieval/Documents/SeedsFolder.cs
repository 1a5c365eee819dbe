using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>Lists the files of a seeds folder and of the folders in it.</summary>
internal sealed class SeedsFolder(IEnumerable<IDocumentReader> readers)
{
    /// <summary>At the top of the folder it is the admins' glossary, not a document.</summary>
    public const string GlossaryName = "glossary.yml";

    private const string Formats = ".md, .txt, .html, .docx, .pdf and .jsonl";

    private readonly ImmutableArray<IDocumentReader> _readers = [.. readers];

    /// <summary>
    /// Hidden files and folders are passed over. Symbolic links are followed inside the folder; those that leave it, lead
    /// in a circle or to what is read anyway are left out with a reason. Fails by cancellation only.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public SeedsListing List(string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0'))
        {
            return new SeedsListing.Unavailable("No documents folder is named: set its path.");
        }
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return new SeedsListing.Unavailable($"The documents folder “{path}” is a file: name the folder that it is in.");
        }
        if (RealPath.Of(full) is not { } root)
        {
            return new SeedsListing.Unavailable($"The documents folder “{path}” does not exist: create it, or name another one.");
        }
        var scan = new SeedsScan(_readers, root, cancellationToken);
        if (scan.Run() is { } failure)
        {
            return new SeedsListing.Unavailable($"The documents folder “{path}” cannot be read ({failure}): check its permissions.");
        }
        scan.Files.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return new SeedsListing.Listed([.. scan.Files], [.. scan.Quarantined.OrderBy(source => source.Id)])
        {
            EmptyReason = scan.Files.Count == 0 ? $"The documents folder “{path}” holds no document: put {Formats} files into it." : null,
        };
    }

    /// <summary>Why a file's format can't be read.</summary>
    public static string UnknownFormat(string extension) =>
        extension.Length == 0
            ? $"The file has no extension to tell its format by: {Formats} files can be read."
            : $"“{extension}” files cannot be read, only {Formats}.";
}
