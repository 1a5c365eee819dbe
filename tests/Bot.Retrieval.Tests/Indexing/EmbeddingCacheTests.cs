using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class EmbeddingCacheTests : IDisposable
{
    private static readonly Dictionary<EmbeddingCache.Key, float[]> Vectors = new()
    {
        [EmbeddingCache.KeyOf("甲")] = [1, 2.5f, -3],
        [EmbeddingCache.KeyOf("乙")] = [0, float.Epsilon, 7],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingLogger _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_saved_is_loaded()
    {
        Cache().Save("m", Vectors);
        Assert.Equal(Vectors, Cache().Load("m"));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Saving_keeps_exactly_what_is_given()
    {
        Cache().Save("m", Vectors);
        Cache().Save("m", new Dictionary<EmbeddingCache.Key, float[]>());
        Assert.Empty(Cache().Load("m"));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Nothing_saved_is_nothing_loaded_and_no_cause_for_a_warning()
    {
        Assert.Empty(Cache().Load("m"));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void The_vectors_of_two_models_are_kept_apart()
    {
        Cache().Save("m", Vectors);
        Assert.Empty(Cache().Load("n"));
        Cache().Save("n", new Dictionary<EmbeddingCache.Key, float[]>());
        Assert.Equal(Vectors, Cache().Load("m"));
    }

    [Fact]
    public void A_file_damaged_at_any_byte_is_thrown_away_with_a_warning()
    {
        Cache().Save("m", Vectors);
        var path = Assert.Single(Directory.GetFiles(_folder.Path));
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x40;
            File.WriteAllBytes(path, damaged);
            Assert.Empty(Cache().Load("m"));
        }
        Assert.Equal(whole.Length, _log.Lines.Count(line => line.Level == LogLevel.Warning));
    }

    [Fact]
    public void A_file_cut_anywhere_is_thrown_away_with_a_warning()
    {
        Cache().Save("m", Vectors);
        var path = Assert.Single(Directory.GetFiles(_folder.Path));
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Empty(Cache().Load("m"));
        }
        Assert.Equal(whole.Length, _log.Lines.Count(line => line.Level == LogLevel.Warning));
    }

    [Fact]
    public void A_place_that_cannot_be_written_costs_a_warning()
    {
        var file = _folder.Write("taken", "a file, not a folder");
        new EmbeddingCache(file, _log).Save("m", Vectors);
        Assert.Equal(LogLevel.Warning, Assert.Single(_log.Lines).Level);
    }

    private EmbeddingCache Cache() => new(_folder.Path, _log);
}
