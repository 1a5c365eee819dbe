using System.Globalization;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Indexing.Segments;

/// <summary>Whatever was changed before, a question is answered from the documents as if they had been read for the first time.</summary>
public sealed class SegmentedReloadTests : IDisposable
{
    private const int Files = 12;
    private const int Rounds = 40;

    private static readonly string[] Sentences =
    [
        "The kiwi grows on vines in the north.", "A developer shall keep records for five years.", "See Section 22603(b) of the bill.",
        "Fei-Fei Li spoke of the bill in Sacramento.", "开发者应当将记录保存五年。", "李飞飞批评了这项法案。", "依照第二十条第一款处理。",
        "猕猴桃生长在北方的藤上。", "The plum is sold for $5 million.", "李子以五百万美元售出。", "Sacramento is the capital of California.", "萨克拉门托是加州首府。",
    ];

    private static readonly string[] Questions =
    [
        "How long must records be kept?", "记录要保存多久？", "What did Fei-Fei Li say?", "谁批评了法案？", "Where does the kiwi grow?", "猕猴桃长在哪里？",
        "What does 22603(b) say?", "李子卖了多少钱？", "第二十条第一款", "capital of California",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _incremental = new();
    private readonly TestRetrieval _fresh = new();

    public void Dispose()
    {
        _incremental.Dispose();
        _fresh.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_reloaded_index_finds_what_a_new_one_finds(int seed, bool isMerged)
    {
        var random = new Random(seed);
        for (var file = 0; file < Files; file++)
        {
            Write(file, random);
        }
        var (merged, most) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await _incremental.LoadAsync(_folder.Path);
            var snapshot = _incremental.Live.Current;
            var next = isMerged ? await _incremental.Builder.MergeAsync(snapshot, CancellationToken.None) : snapshot;
            merged += next == snapshot ? 0 : 1;
            most = Math.Max(most, next.Layout.SegmentCount);
            _incremental.Live.Publish(next);
            await CheckAsync(next);
            for (var edits = random.Next(1, 3); edits > 0; edits--)
            {
                Edit(random.Next(Files), random);
            }
        }
        Assert.Equal(isMerged, merged > 0);
        Assert.True(most > 1);
    }

    [Fact]
    public async Task A_reload_of_one_file_keeps_the_segment_of_the_others()
    {
        var random = new Random(3);
        for (var file = 0; file < Files; file++)
        {
            Write(file, random);
        }
        await _incremental.LoadAsync(_folder.Path);
        var before = _incremental.Live.Current;
        Write(4, random);
        var report = await _incremental.LoadAsync(_folder.Path);
        var after = _incremental.Live.Current;
        Assert.Equal(2, after.Layout.SegmentCount);
        Assert.Same(before.Lexical.Segments[0].Segment, after.Lexical.Segments[0].Segment);
        Assert.Same(before.Vectors.Segments[0], after.Vectors.Segments[0]);
        Assert.Equal(after.Passages.Length, report.EmbeddingsMade + report.EmbeddingsReused);
        Assert.InRange(report.EmbeddingsMade, 1, after.Layout.CountOf(1));
    }

    private async Task CheckAsync(IndexSnapshot snapshot)
    {
        var built = Assert.IsType<BuildOutcome.Built>(await _fresh.Builder.BuildAsync(IndexSnapshot.Empty, [_folder.Path], null, CancellationToken.None)).Snapshot;
        Assert.Equal(built.Revision, snapshot.Revision);
        Assert.Equal(built.Clauses.All.AsEnumerable(), snapshot.Clauses.All.AsEnumerable());
        foreach (var question in Questions)
        {
            Assert.Equal(await FoundAsync(_fresh, question, built), await FoundAsync(_incremental, question, snapshot));
        }
    }

    private static async Task<string> FoundAsync(TestRetrieval retrieval, string question, IndexSnapshot snapshot)
    {
        var result = await retrieval.Retriever.RetrieveAsync(new Question(question), snapshot, 20, CancellationToken.None);
        return string.Join('\n', result.Passages.Select(found =>
            string.Create(CultureInfo.InvariantCulture, $"{found.Number} {found.Passage.Id} {found.Score:R} {found.LexicalScore:R} {found.VectorScore:F6}")));
    }

    private void Edit(int file, Random random)
    {
        if (random.Next(4) == 0)
        {
            File.Delete(PathOf(file));
        }
        else
        {
            Write(file, random);
        }
    }

    private void Write(int file, Random random)
    {
        var title = random.Next(3) == 0 ? $"# {Sentences[random.Next(Sentences.Length)]}\n\n" : "";
        var paragraphs = Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Sentences[random.Next(Sentences.Length)])));
        File.WriteAllText(PathOf(file), title + string.Join("\n\n## Part\n\n", paragraphs));
    }

    private string PathOf(int file) => Path.Combine(_folder.Path, string.Create(CultureInfo.InvariantCulture, $"{file:00}.md"));
}
