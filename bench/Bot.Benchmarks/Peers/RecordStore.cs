using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Bot.Benchmarks.Peers;

/// <summary>
/// The search of Semantic Kernel's in-memory vector store, written anew from its description, as that package isn't to be
/// had here: a record is an object in a concurrent dictionary, a search computes the cosine of each record, sorts all of
/// them and takes the first.
/// </summary>
internal sealed class RecordStore
{
    private readonly ConcurrentDictionary<object, object> _records = new();

    public void Upsert(int key, ReadOnlyMemory<float> vector) => _records[key] = new VectorRecord(key, vector);

    /// <summary>The best first.</summary>
    public List<(VectorRecord Record, float? Score)> Search(ReadOnlyMemory<float> query, int top) =>
    [
        .. _records.Values
            .Cast<VectorRecord>()
            .Select(record => (record, Score: (float?)TensorPrimitives.CosineSimilarity(query.Span, record.Vector.Span)))
            .OrderByDescending(result => result.Score)
            .Take(top),
    ];

    internal sealed record VectorRecord(int Key, ReadOnlyMemory<float> Vector);
}
