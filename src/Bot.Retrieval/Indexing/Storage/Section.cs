namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A section where it lies: memory that never moves and stays as long as its owner.</summary>
/// <param name="owner">Kept by all that is read of the section.</param>
/// <param name="start">64-byte aligned.</param>
/// <param name="length">In bytes.</param>
internal readonly unsafe struct Section(object owner, byte* start, long length)
{
    /// <param name="name">The section's, for the message.</param>
    /// <exception cref="InvalidDataException">Its length isn't a multiple of a value's.</exception>
    public ReadOnlyMemory<T> Values<T>(string name)
        where T : unmanaged
    {
        var count = length / sizeof(T);
        if (length % sizeof(T) != 0 || count > int.MaxValue)
        {
            throw new InvalidDataException($"its “{name}” has {length} bytes, which don't make values of {sizeof(T)}");
        }
        return count == 0 ? default : new UnmovedMemory<T>(owner, (T*)start, (int)count).Memory;
    }
}
