namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A section file is whole, but of another layout: another version of the program wrote it.</summary>
/// <param name="layout">The file's.</param>
internal sealed class OtherLayoutException(uint layout)
    : Exception($"it has layout {layout}, this program reads {SectionFileFormat.Version}");
