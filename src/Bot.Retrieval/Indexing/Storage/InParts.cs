using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Work on many small things, on all cores where there are enough of them to be worth it.</summary>
internal static class InParts
{
    private const int Part = 4096;

    /// <param name="count">How many there are.</param>
    /// <param name="work">Given the first of a part and the one behind its last.</param>
    public static void Run(int count, Action<int, int> work)
    {
        if (count <= Part)
        {
            work(0, count);
            return;
        }
        try
        {
            Parallel.ForEach(Partitioner.Create(0, count, Part), part => work(part.Item1, part.Item2));
        }
        catch (AggregateException ex)
        {
            // As it would be on one core.
            ExceptionDispatchInfo.Throw(ex.InnerExceptions[0]);
        }
    }

    public static ImmutableArray<T> Make<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        Run(count, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                made[i] = make(i);
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }
}
