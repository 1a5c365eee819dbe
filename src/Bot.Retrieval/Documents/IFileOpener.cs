namespace Bot.Retrieval.Documents;

/// <summary>Opens files for reading.</summary>
internal interface IFileOpener
{
    /// <summary>Throws what <see cref="File.OpenRead(string)"/> throws.</summary>
    Stream Open(string path);
}
