namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Takes what a part of the index keeps, as named stretches of plain values.</summary>
internal interface ISectionWriter
{
    /// <param name="name">Unique in the file; parts put their own name and a slash before it.</param>
    /// <param name="values">Written as they lie in memory.</param>
    void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged;
}
