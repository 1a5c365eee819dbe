using System.Collections.Immutable;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Indexing.Lexical;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Searching;

public sealed class PrunedSearchTests
{
    [Fact]
    public void The_best_are_those_of_scoring_every_passage() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Check(seed, SegmentedPassages.Of(seed, passages: 1 + new Random(seed).Next(400))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void So_they_are_in_many_windows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Check(seed, SegmentedPassages.Of(seed, passages: 9000)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    [Fact]
    public void A_concept_is_counted_where_any_likely_wording_is() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = SegmentedPassages.Of(seed, passages: 200);
            var index = LexicalIndex.Of(corpus.Segments, corpus.Layout);
            foreach (var term in Terms(new Random(seed), index))
            {
                var likely = term.Wordings.Where(wording => wording.Weight >= term.Wordings.Max(other => other.Weight) / 2).ToList();
                var holders = Enumerable.Range(0, index.PassageCount).Where(passage => likely.Exists(wording => wording.IsIn(index.TermsOf(passage)))).ToList();
                var inTexts = holders.Count(passage => likely.Exists(wording => wording.IsIn(index.TermsOf(passage)) && IsInText(wording.Rarest, index.TermsOf(passage))));
                Assert.Equal(inTexts > 0 ? inTexts : holders.Count, LexicalSearch.Frequency(term.Wordings, index));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static void Check(int seed, SegmentedPassages corpus)
    {
        var random = new Random(seed);
        var index = LexicalIndex.Of(corpus.Segments, corpus.Layout);
        var terms = Terms(random, index);
        var divisor = random.Next(4);
        Func<int, bool>? allowed = divisor == 0 ? null : passage => passage % divisor == 0;
        var limit = random.Next(3) == 0 ? index.PassageCount + 1 : 1 + random.Next(20);
        var expected = Enumerable.Range(0, index.PassageCount)
            .Where(passage => allowed?.Invoke(passage) ?? true)
            .Select(passage => new ScoredPassage(passage, LexicalSearch.Score(passage, terms, index)))
            .Where(found => found.Score > 0)
            .OrderByDescending(found => found.Score)
            .ThenBy(found => found.Passage)
            .Take(limit);
        Assert.Equal(expected, LexicalSearch.Top(terms, index, allowed, limit));
    }

    // Words, concepts with several wordings, and wordings of several words.
    private static QueryTerm[] Terms(Random random, LexicalIndex index) =>
    [
        .. Enumerable.Range(0, 1 + random.Next(12)).Select(i => random.Next(2) == 0
            ? Term(random, [Wording(random, index, 1, 1)])
            : Term(random, [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Wording(random, index, 1 + random.Next(3), 1 - random.NextDouble()))])),
    ];

    private static QueryTerm Term(Random random, ImmutableArray<QueryWording> wordings) => new("term", wordings, 0.1 + (5 * random.NextDouble()), 1);

    private static QueryWording Wording(Random random, LexicalIndex index, int length, double weight)
    {
        ImmutableArray<int> ids = [.. Enumerable.Range(0, length).Select(_ => random.Next(index.TermCount))];
        return new(ids, weight) { Rarest = ids.MinBy(index.Frequency) };
    }

    private static bool IsInText(int term, PassageTerms passage)
    {
        var sentences = new ulong[passage.SentenceWords];
        passage.AddSentences(term, sentences);
        return sentences.Any(word => word != 0);
    }
}
