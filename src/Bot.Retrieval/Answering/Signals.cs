using System.Collections.Immutable;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>The values of the <see cref="Signal"/>s for one question.</summary>
internal sealed class Signals
{
    private const int BackgroundRank = 10;

    private readonly ImmutableArray<double> _values;

    private Signals(ImmutableArray<double> values) => _values = values;

    /// <summary>All signals, in the order of their values.</summary>
    public static ImmutableArray<Signal> All { get; } = [.. Enum.GetValues<Signal>()];

    public double this[Signal signal] => _values[(int)signal];

    /// <summary>Null where nothing was found, or nothing asked that counts.</summary>
    public static Signals? Of(RetrievalResult retrieval)
    {
        if (retrieval.Passages.IsEmpty)
        {
            return null;
        }
        var best = retrieval.Passages[0];
        var terms = retrieval.TermsOf(best);
        var weight = terms.Sum(term => term.Weight);
        if (weight <= 0)
        {
            return null;
        }
        var index = retrieval.Snapshot.Lexical;
        var held = new HeldTerms(best, terms, index);
        var untitled = held.Untitled();
        var window = held.BestWindow() / weight;
        var score = ScoreOf(best, retrieval);
        var background = retrieval.Passages.Length >= BackgroundRank ? ScoreOf(retrieval.Passages[BackgroundRank - 1], retrieval) : 0;
        return new([.. All.Select(signal => signal switch
        {
            Signal.Window => window,
            Signal.RootScore => score / Math.Sqrt(weight),
            Signal.Title => TitleMatch.Of(best, terms, index, window),
            // Where the title says it all there is nothing beside it.
            Signal.BesideTitle => untitled > 0.05 * weight ? held.BestWindowBesideTitle() / untitled : window,
            Signal.Untitled => untitled / weight,
            Signal.Rise => (score - background) / weight,
            Signal.Elsewhere => retrieval.Passages.Skip(1).Take(BackgroundRank - 1).Select(other => Covered(other.Number, terms, index)).DefaultIfEmpty(0).Max() / weight,
            Signal.MissingNames => MissingNames.Weight(retrieval.Question.Text, terms, held) / weight,
            Signal.WrongKind => HasKindAskedFor(best, terms, index, retrieval.Question.Text) ? 0 : 1,
            Signal.LogPassages => Math.Log(retrieval.Snapshot.Passages.Length),
            _ => throw new InvalidOperationException(signal.ToString()),
        })]);
    }

    private static double ScoreOf(RetrievedPassage found, RetrievalResult retrieval) =>
        LexicalSearch.Certainty(found.Number, retrieval.TermsOf(found), retrieval.Snapshot.Lexical)
        + (LexicalSearch.BestSentenceWeight
            * SentenceEvidence.Best(found.Number, retrieval.TermsOf(found), retrieval.Snapshot.Lexical));

    private static double Covered(int passage, IReadOnlyList<QueryTerm> terms, LexicalIndex index) =>
        terms.Sum(term => term.BestWording(index.TermsOf(passage)) is { } wording ? wording.Weight * term.Weight : 0);

    private static bool HasKindAskedFor(RetrievedPassage found, IReadOnlyList<QueryTerm> terms, LexicalIndex index, string question)
    {
        var scores = SentenceRanker.Score(found, terms, index, question);
        var sentence = found.Passage.Sentences[Array.IndexOf(scores, scores.Max())].In(found.Passage.Document.Text).ToString();
        return AnswerForms.CanAnswer(QuestionTypes.Of(question), sentence, question);
    }
}
