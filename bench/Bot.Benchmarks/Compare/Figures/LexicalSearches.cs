using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Peers;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>Contests of searches by words, at any size.</summary>
internal static class LexicalSearches
{
    // Scoring everything takes long.
    private const int CheckedQuestions = 20;

    public static Row Median(string number, string size, double limit) => new(number, size, "search by words, median CPU a question") { Goal = Goal.AtMostTimes(limit) };

    public static Row High(string number, string size, double limit) => new(number, size, "search by words, CPU of 99 % of questions") { Goal = Goal.AtMostTimes(limit) };

    /// <summary>Ours first; all have warmed up by a round.</summary>
    public static async Task<Contest<Sample>> RunAsync(BenchContext context, LexicalIndex index, List<List<QuestionTerm>> questions, Func<Task<Sample>> peer)
    {
        WarmUp(context, index, questions);
        await peer();
        return await Contest.RunAsync(context.Size.Rounds, () => Task.FromResult(Ours(context, index, questions)), peer);
    }

    public static void WarmUp(BenchContext context, LexicalIndex index, List<List<QuestionTerm>> questions) =>
        context.Meter.WarmUp(questions.Count, i => Engines.Search(index, questions[i]));

    /// <summary>A round of ours.</summary>
    public static Sample Ours(BenchContext context, LexicalIndex index, List<List<QuestionTerm>> questions) =>
        context.Meter.Each(questions.Count, i => Engines.Search(index, questions[i]));

    /// <summary>Whether the best ten are those that scoring every passage gives, in the same order with the same scores.</summary>
    public static Row Exactness(string number, string size, LexicalIndex index, List<List<QuestionTerm>> questions)
    {
        var same = questions.Take(CheckedQuestions).Select(terms =>
        {
            var resolved = LexicalSearch.Resolve(terms, index);
            var all = new TopPassages(Engines.Limit);
            for (var passage = 0; passage < index.PassageCount; passage++)
            {
                if (LexicalSearch.Score(passage, resolved, index) is > 0 and var score)
                {
                    all.Offer(passage, score);
                }
            }
            return all.ToSortedArray().Zip(Engines.Search(index, terms)).All(pair => pair.First.Passage == pair.Second.Passage) ? 1.0 : 0.0;
        });
        var share = Amount.Share(same.Average());
        return new(number, size, "questions with the ten that scoring all gives") { Gauge = Gauge.Count, Ours = share, Value = share, Goal = Goal.AtLeastShare(1) };
    }

    public static async IAsyncEnumerable<Row> AgainstLuceneAsync(
        BenchContext context,
        string number,
        string size,
        LexicalIndex index,
        List<List<QuestionTerm>> questions,
        PeerProcess peer,
        (double Median, double High) limits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The peer's compiler needs more.
        const int PeerQuestions = 6000;
        await peer.AskAsync("open", cancellationToken);
        for (var asked = 0; asked < PeerQuestions; asked += questions.Count)
        {
            await peer.AskAsync("search", cancellationToken);
        }
        var contest = await RunAsync(context, index, questions, async () => (await peer.AskAsync("search", cancellationToken)).ToSample());
        yield return Rows.ByCpu(Median(number, size, limits.Median), contest, 1, "Lucene 8", sample => sample.MedianCpu, sample => sample.MedianWall);
        if (limits.High > 0)
        {
            yield return Rows.ByCpu(High(number, size, limits.High), contest, 1, "Lucene 8", sample => sample.HighCpu, sample => sample.HighWall);
        }
    }
}
