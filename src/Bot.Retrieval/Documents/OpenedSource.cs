namespace Bot.Retrieval.Documents;

/// <summary>What came of loading a file's bytes.</summary>
internal abstract record OpenedSource
{
    private OpenedSource() { }

    /// <param name="File">The file.</param>
    /// <param name="ContentHash">The same as at the last reading: reading it again gives the same documents.</param>
    /// <param name="Content">Its bytes.</param>
    internal sealed record Opened(SourceFile File, string ContentHash, ReadOnlyMemory<byte> Content) : OpenedSource;

    internal sealed record Quarantined(QuarantinedSource Source) : OpenedSource;
}
