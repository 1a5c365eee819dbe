using System.Collections.Immutable;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The number of each object in a snapshot, by which others refer to it in the file.</summary>
internal static class Numbers
{
    public static Dictionary<T, int> Of<T>(ImmutableArray<T> objects)
        where T : class
    {
        var numbers = new Dictionary<T, int>(objects.Length, ReferenceEqualityComparer.Instance);
        foreach (var found in objects)
        {
            numbers.Add(found, numbers.Count);
        }
        return numbers;
    }
}
