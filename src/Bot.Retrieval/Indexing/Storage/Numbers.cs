using System.Collections.Immutable;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The number of each object in a snapshot, by which others refer to it in the file.</summary>
internal static class Numbers
{
    public static Dictionary<T, int> Of<T>(ImmutableArray<T> objects)
        where T : class
    {
        var numbers = new Dictionary<T, int>(objects.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < objects.Length; i++)
        {
            // A file that was found by two ways has its passages twice.
            numbers.TryAdd(objects[i], i);
        }
        return numbers;
    }
}
