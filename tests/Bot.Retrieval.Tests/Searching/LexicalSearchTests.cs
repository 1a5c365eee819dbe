using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Searching;

public sealed class LexicalSearchTests
{
    // Stems of their own, none a clause or a number.
    private static readonly string[] Words = ["kiwi", "plum", "fig", "pear", "mango", "melon", "lemon"];

    [Fact]
    public void Scores_are_those_of_the_formula_and_ties_go_by_number() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            {
                var texts = bytes.Chunk(6).Select(chunk => (Title: Text(chunk[..(chunk.Length / 3)]), Body: Text(chunk[(chunk.Length / 3)..]))).ToList();
                var index = Index(texts);
                var found = LexicalSearch.Top(LexicalSearch.Resolve(Terms(), index), index, null, texts.Count + 1);
                var expected = Naive(texts);
                return found.Length == expected.Count(score => score > 0)
                    && found.All(hit => Math.Abs(hit.Score - expected[hit.Passage]) < 1e-5)
                    && found.SequenceEqual(found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Passage));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(90));

    [Fact]
    public void Equal_passages_come_in_the_order_of_their_numbers()
    {
        var index = Index([("", "fig plum"), ("", "kiwi plum"), ("", "kiwi plum"), ("", "kiwi plum")]);
        Assert.Equal([1, 2], LexicalSearch.Top(LexicalSearch.Resolve(Terms()[..1], index), index, null, 2).Select(hit => hit.Passage));
    }

    [Fact]
    public void Only_passages_that_may_be_seen_are_found()
    {
        var index = Index([("", "kiwi"), ("", "kiwi")]);
        Assert.Equal([1], LexicalSearch.Top(LexicalSearch.Resolve(Terms(), index), index, passage => passage == 1, 5).Select(hit => hit.Passage));
    }

    [Fact]
    public void Words_that_no_passage_has_find_nothing()
    {
        var index = Index([("", "kiwi")]);
        Assert.Empty(LexicalSearch.Top(LexicalSearch.Resolve([Term("durian", 1)], index), index, null, 5));
        Assert.Empty(LexicalSearch.Top([], index, null, 5));
        Assert.Empty(LexicalSearch.Top(LexicalSearch.Resolve(Terms(), LexicalIndex.Empty), LexicalIndex.Empty, null, 5));
    }

    [Fact]
    public void The_index_knows_which_sentence_has_which_term()
    {
        var passages = TestDocument.Passages("title", "kiwi plum。fig kiwi。");
        var index = LexicalIndex.Of(passages);
        var held = index.TermsOf(0);
        Assert.Equal(2, held.SentenceCount);
        foreach (var (word, sentences) in (ReadOnlySpan<(string, ulong)>)[("kiwi", 0b11), ("plum", 0b01), ("fig", 0b10), ("titl", 0)])
        {
            Assert.True(index.TryGetTerm(word, out var term));
            var bits = new ulong[1];
            held.AddSentences(term, bits);
            Assert.Equal(sentences, bits[0]);
            Assert.Equal(word == "titl", held.HasInTitle(term));
        }
    }

    private static List<QuestionTerm> Terms() => [Term("kiwi", 1), Term("plum", 0.4), Term("lemon", 0.7)];

    private static QuestionTerm Term(string word, double weight) => new(word, TermKind.Word, weight, weight, new(0, 1));

    private static string Text(byte[] bytes) => string.Join(' ', bytes.Select(value => Words[value % Words.Length]));

    private static LexicalIndex Index(IEnumerable<(string Title, string Body)> texts) =>
        LexicalIndex.Of([.. texts.Select((text, i) => TestDocument.Record($"{i}", text.Title, text.Body))]);

    // BM25F as the papers write it, term by term over all passages; but how rare a word is, its texts tell.
    private static double[] Naive(List<(string Title, string Body)> texts)
    {
        var passages = texts.ConvertAll(text => (Title: Split(text.Title), Body: Split(text.Body)));
        var averageBody = Math.Max(1, passages.Count == 0 ? 0 : passages.Average(passage => passage.Body.Length));
        var averageTitle = Math.Max(1, passages.Count == 0 ? 0 : passages.Average(passage => passage.Title.Length));
        return [.. passages.Select(passage => Terms().Sum(term =>
        {
            // Titles count where no text has the word.
            var holders = passages.Count(other => other.Body.Contains(term.Text)) is > 0 and var texts ? texts : passages.Count(other => other.Title.Contains(term.Text));
            var idf = Math.Log(1 + ((passages.Count - holders + 0.5) / (holders + 0.5)));
            var body = passage.Body.Count(word => word == term.Text) / (0.3 + (0.7 * passage.Body.Length / averageBody));
            var title = passage.Title.Count(word => word == term.Text) / (0.5 + (0.5 * passage.Title.Length / averageTitle));
            var frequency = body + (1.5 * title);
            return term.Weight * idf * frequency * 2.2 / (frequency + 1.2);
        }))];
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
