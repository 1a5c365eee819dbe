using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Tests.Peers;

public sealed class RecordStoreTests
{
    [Fact]
    public void It_finds_what_the_plain_scan_finds()
    {
        var set = VectorSet.Create(VectorShape.Clustered, 500, 64, 5);
        var store = new RecordStore();
        for (var i = 0; i < set.Count; i++)
        {
            store.Upsert(i, set.Vectors.AsMemory(i * set.Dimensions, set.Dimensions));
        }
        Assert.Equal(set.Truth, set.Questions.Select(question => store.Search(question, 10).ConvertAll(found => found.Record.Key).ToArray()));
    }
}
