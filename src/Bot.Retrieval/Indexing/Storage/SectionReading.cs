namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Reads a section's values.</summary>
internal static class SectionReading
{
    /// <summary>The values, 64-byte aligned, valid as long as anything refers to them; not copied.</summary>
    /// <exception cref="InvalidDataException">There is no such section, or its length isn't a multiple of a value's.</exception>
    // No method of the interface, since a virtual one with a type of its own can't be compiled ahead, and a start would wait for that.
    public static ReadOnlyMemory<T> Read<T>(this ISectionReader reader, string name)
        where T : unmanaged => reader.Find(name).Values<T>(name);
}
