using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Text;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Answering.Generated;

/// <summary>The checker over sentences of the open question sets, where they are there: what is true must pass, what is altered must not.</summary>
public sealed class OpenSetSentencesTests(ITestOutputHelper output)
{
    private const int Sentences = 200;
    private const int Others = 5;

    [Theory]
    [InlineData("xquad-en")]
    [InlineData("xquad-zh")]
    [InlineData("cmrc")]
    [InlineData("stard")]
    [InlineData("handbook")]
    public async Task Sentences_of_a_set_pass_and_altered_ones_do_not(string set)
    {
        if (SharedSets.Folder() is not { } folder)
        {
            output.WriteLine("The open sets aren't there; nothing was measured.");
            return;
        }
        using var retrieval = new TestRetrieval();
        await retrieval.LoadAsync(Path.Combine(folder, set, "passages.jsonl"));
        var snapshot = retrieval.Live.Current;
        var (made, cut, numbers, wrongNumbers, moved, wrongPassages) = (0, 0, 0, 0, 0, 0);
        foreach (var (number, sentence) in Sample(snapshot))
        {
            // The right one and some others, in an order that says nothing.
            var offered = Enumerable.Range(1, Others).Select(i => (number + (i * 37)) % snapshot.Passages.Length).Prepend(number).Distinct().ToList();
            var bench = new CheckerBench(snapshot, offered);
            var words = Clause(sentence);
            made++;
            var verdict = bench.Check(words, 1, sentence);
            if (!verdict.IsKept)
            {
                cut++;
                output.WriteLine($"cut {verdict.Fault} {verdict.Detail}: {words} <= {sentence}");
            }
            foreach (var altered in Altered(words))
            {
                numbers++;
                if (bench.Check(altered, 1, sentence).IsKept)
                {
                    wrongNumbers++;
                    output.WriteLine($"number: {altered} <= {sentence}");
                }
            }
            moved++;
            if (bench.Check(words, 2).IsKept)
            {
                wrongPassages++;
                output.WriteLine($"passage: {words}");
            }
        }
        output.WriteLine($"{set}: {made} made, {cut} cut; {numbers} numbers altered, {wrongNumbers} shown; {moved} cited elsewhere, {wrongPassages} shown");
        Assert.InRange(made, 100, int.MaxValue);
        Assert.InRange(cut / (double)made, 0, 0.02);
        // What is left are numbers of the same sentence in each other's place: $4.2 for $4.9 where both are fares.
        Assert.InRange(wrongNumbers / Math.Max(1.0, numbers), 0, 0.03);
        Assert.InRange(wrongPassages / (double)moved, 0, 0.02);
    }

    private static IEnumerable<(int Number, string Sentence)> Sample(IndexSnapshot snapshot)
    {
        var all = snapshot.Passages.SelectMany((passage, number) => passage.Sentences.Select(sentence => (number, sentence.In(passage.Document.Text).ToString())))
            .Where(entry => entry.Item2.Count(char.IsLetterOrDigit) is >= 16 and <= 300 && !entry.Item2.Contains('\n') && !entry.Item2.Contains('[') && !entry.Item2.Contains("http", StringComparison.Ordinal))
            .ToList();
        var step = Math.Max(1, all.Count / Sentences);
        return all.Where((_, i) => i % step == 0).Take(Sentences);
    }

    // As a model would shorten it: without the last part, where it has parts.
    private static string Clause(string sentence)
    {
        var comma = sentence.LastIndexOfAny([',', '，']);
        // Not in the middle of 281,754.
        return comma > sentence.Length / 2 && comma + 1 < sentence.Length && !char.IsAsciiDigit(sentence[comma + 1]) ? sentence[..comma] : sentence;
    }

    private static IEnumerable<string> Altered(string words)
    {
        foreach (var quantity in NumberNormalizer.FindAll(words).Select(found => found.Span).Distinct().Take(2))
        {
            var written = quantity.In(words).ToString();
            var digit = written.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
            if (digit < 0 || Identifiers.Find(words).Exists(found => found.Span.Overlaps(quantity)))
            {
                continue;
            }
            var other = written.Remove(digit, 1).Insert(digit, ((written[digit] - '0' + 3) % 10).ToString(System.Globalization.CultureInfo.InvariantCulture));
            yield return string.Concat(words.AsSpan(0, quantity.Start), other, words.AsSpan(quantity.End));
        }
    }
}
