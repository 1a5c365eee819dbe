namespace Bot.Retrieval.Documents;

/// <summary>Opens files on disk, also while another program writes or deletes them.</summary>
internal sealed class FileOpener : IFileOpener
{
    public Stream Open(string path) => new FileStream(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });
}
