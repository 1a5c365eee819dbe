using System.Collections.Immutable;
using System.Globalization;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Answering.Generated;

/// <summary>Makes wrong sentences out of faithful ones, one way at a time.</summary>
internal sealed class Hallucinations(CheckerBench bench, IReadOnlyList<(string Text, string Quote)> faithful)
{
    private static readonly ImmutableArray<ImmutableArray<string>> People =
    [
        ["吴恩达", "Andrew Ng"], ["李飞飞", "Fei-Fei Li"], ["Yann LeCun"], ["Daniel Jeffries"], ["Scott Wiener"], ["Sharon Zhou"], ["Nirit PhD"],
        ["OpenAI"], ["Meta"], ["Anthropic"], ["Lamini AI"], ["王建国"], ["李开复"], ["马斯克", "Elon Musk"], ["谷歌", "Google"], ["微软", "Microsoft"], ["张伟"],
        ["加州", "California"], ["瀋陽", "Shenyang"], ["北京", "Beijing"], ["SB-1047", "SB1047", "SB 1047"], ["SB-942"], ["GPT-4o"], ["GPT-5"], ["Llama-3"], ["Llama-4"],
        ["PA279CRV"], ["PA329CV"], ["抖音", "Douyin"], ["淘宝", "Taobao"],
    ];

    private static readonly string[] Clauses = ["22603(a)", "22603(c)", "22604(c)", "22605", "22606(b)", "22603(b)(1)", "第54条"];

    public IEnumerable<Hallucination> WrongNumbers() =>
        from sentence in faithful
        from quantity in NumberNormalizer.FindAll(sentence.Text).GroupBy(found => found.Span).Select(place => place.Key)
        where !ClauseParser.FindAll(sentence.Text).Any(mention => mention.Span.Overlaps(quantity)) && !Identifiers.Find(sentence.Text).Exists(found => found.Span.Overlaps(quantity))
        from other in OtherNumbers(quantity.In(sentence.Text).ToString())
        select new Hallucination("wrong number", Replace(sentence.Text, quantity, other), bench.NumberOf(sentence.Quote), sentence.Quote);

    public IEnumerable<Hallucination> WrongNames() =>
        from sentence in faithful
        from person in People
        from name in person
        let at = sentence.Text.IndexOf(name, StringComparison.Ordinal)
        where at >= 0
        from other in People
        where other != person && !other.Any(sentence.Quote.Contains)
        from written in other.Take(1)
        select new Hallucination("wrong name", Replace(sentence.Text, new(at, name.Length), written), bench.NumberOf(sentence.Quote), sentence.Quote);

    public IEnumerable<Hallucination> WrongClauses() =>
        from sentence in faithful
        from mention in ClauseParser.FindAll(sentence.Text).Take(1)
        from other in Clauses
        select new Hallucination("wrong clause", Replace(sentence.Text, mention.Span, other), bench.NumberOf(sentence.Quote), sentence.Quote);

    /// <summary>A word changed, left out or put in; or nothing of it true.</summary>
    public IEnumerable<Hallucination> InventedQuotes() =>
        from sentence in faithful
        let middle = sentence.Quote.Length / 2
        from quote in new[]
        {
            sentence.Quote.Remove(middle, 2),
            sentence.Quote.Insert(middle, "并非"),
            string.Concat(sentence.Quote.AsSpan(0, middle), "完全", sentence.Quote.AsSpan(middle + 2)),
            $"{sentence.Quote}，这一点已经得到议会确认",
            "The legislature confirmed that all of this is true.",
            sentence.Text + "（原文如此）",
        }
        select new Hallucination("invented quote", sentence.Text, bench.NumberOf(sentence.Quote), quote);

    /// <summary>Halves of two quotes, with dots and without.</summary>
    public IEnumerable<Hallucination> StitchedQuotes() =>
        from pair in faithful.Zip(faithful.Skip(3))
        let start = pair.First.Quote[..(pair.First.Quote.Length / 2)]
        let end = pair.Second.Quote[(pair.Second.Quote.Length / 2)..]
        where start.Length > 4 && end.Length > 4
        from quote in new[] { $"{start}……{end}", $"{start}...{end}", $"{start}，{end}", start + end }
        select new Hallucination("stitched quote", pair.First.Text, bench.NumberOf(pair.First.Quote), quote);

    /// <summary>Another passage, with its own words or none.</summary>
    public IEnumerable<Hallucination> WrongPassages() =>
        from sentence in faithful
        from passage in bench.Offered
        where passage.Find(sentence.Quote).Count == 0 && passage.Number % 2 == sentence.Text.Length % 2
        from quote in new[] { null, FirstSentenceOf(passage), sentence.Quote }
        select new Hallucination("wrong passage", sentence.Text, passage.Number, quote);

    private static string FirstSentenceOf(OfferedPassage passage) => passage.Passage.Sentences[0].In(passage.Passage.Document.Text).ToString();

    private static IEnumerable<string> OtherNumbers(string written)
    {
        var digits = string.Concat(written.SkipWhile(character => !char.IsAsciiDigit(character)).TakeWhile(char.IsAsciiDigit));
        var all = digits.Length == 0
            ? []
            : ((string[])[Number(1), Number(3), "9" + digits, digits + "7", "6", "7", "2023", "63"])
                .Where(other => other != digits).Distinct().Select(other => written.Replace(digits, other, StringComparison.Ordinal));
        return all.Where(other => !NumberNormalizer.FindAll(other).Select(found => found.Key).SequenceEqual(NumberNormalizer.FindAll(written).Select(found => found.Key)));

        string Number(int more) => (int.Parse(digits, CultureInfo.InvariantCulture) + more).ToString(CultureInfo.InvariantCulture);
    }

    private static string Replace(string text, TextSpan span, string other) => string.Concat(text.AsSpan(0, span.Start), other, text.AsSpan(span.End));
}

/// <summary>A sentence that must not be shown.</summary>
internal sealed record Hallucination(string Kind, string Text, int Number, string? Quote)
{
    public SentenceVerdict CheckedBy(CheckerBench bench) => bench.Check(Text, Number, Quote is null ? [] : [Quote]);
}
