namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Gives back what an <see cref="ISectionWriter"/> took.</summary>
internal interface ISectionReader
{
    /// <summary>The values, 64-byte aligned, valid as long as anything refers to them; not copied.</summary>
    /// <exception cref="InvalidDataException">There is no such section, or its length isn't a multiple of a value's.</exception>
    ReadOnlyMemory<T> Read<T>(string name)
        where T : unmanaged;
}
