using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Answering.Generated;

/// <summary>The checker over a snapshot, with all or some of its passages offered.</summary>
internal sealed class CheckerBench
{
    private static readonly LexiconSource Source = new(NullLogger<LexiconSource>.Instance);
    private static readonly Lazy<NameMatcher> Matcher = new(() => new NameMatcher(Source.Lexicon));

    private readonly GeneratedTextChecker _checker;

    public CheckerBench(IndexSnapshot snapshot, IEnumerable<int> passages)
    {
        Offered = [.. passages.Select((number, i) => new OfferedPassage(i + 1, new RetrievedPassage(snapshot.Passages[number], 1, 1, 1) { Number = number }))];
        var names = new NameCheck(Source.Lexicon, Matcher.Value, snapshot.Glossary);
        var prompt = AnswerPrompt.Of(new Question("?"), Offered, 3000);
        _checker = new(new QuestionAnalyzer(Source), new QuestionTranslator(Source), names, snapshot, Offered, new PromptLeak(prompt.System));
    }

    public ImmutableArray<OfferedPassage> Offered { get; }

    /// <summary>The number of the first passage that has the words.</summary>
    public int NumberOf(string quote) => Offered.First(passage => passage.Find(quote).Count > 0).Number;

    public SentenceVerdict Check(string text, int number, params string[] quotes) =>
        _checker.Check(new(text, [number], [.. quotes.Select(quote => new GeneratedQuote(number, quote))])).Verdict;
}
