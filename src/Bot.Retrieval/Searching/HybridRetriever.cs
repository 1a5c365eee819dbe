using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Searching;

/// <summary>
/// Ranks by words and by vectors. Both parts offer candidates; each candidate is scored by both, the scores are made
/// shares of the question's best, and the shares are added by weight.
/// </summary>
internal sealed class HybridRetriever(
    QuestionAnalyzer analyzer, QuestionTranslator translator, QuestionEmbedder embedder) : IRetriever
{
    private const int Candidates = 50;

    /// <summary>
    /// Other than for own words (<see cref="LexicalSearch.BestSentenceWeight"/>): a translation offers many words, and those
    /// that the passage means stand together.
    /// </summary>
    private const double TranslatedSentenceWeight = 1;

    public async Task<RetrievalResult> RetrieveAsync(Question question, IndexSnapshot snapshot, int limit, CancellationToken cancellationToken)
    {
        var text = question.Text.Length > Question.MaximumLength ? question.Text[..Question.MaximumLength] : question.Text;
        var index = snapshot.Lexical;
        var terms = LexicalSearch.Resolve(analyzer.Analyze(text), index);
        var vector = await embedder.EmbedAsync(text, snapshot, cancellationToken);
        var focus = ClauseFocus.Of(text, snapshot);
        var focused = Focused(focus, snapshot);
        var allowed = Filter(question, focused, snapshot);
        var wanted = Math.Max(limit, Candidates);
        var isChinese = question.Language != TextLanguage.English;
        var translated = index.HasPassages(chinese: !isChinese) ? translator.Resolve(text, question.Language, snapshot) : [];
        var own = new WordEvidence(terms, LexicalSearch.BestSentenceWeight, index);
        var foreign = new WordEvidence(translated, TranslatedSentenceWeight, index);
        ImmutableArray<int> passages =
        [
            .. own.Find(allowed, wanted)
                .Concat(foreign.Find(passage => IsForeign(passage) && (allowed is null || allowed(passage)), wanted))
                .Concat(vector.IsEmpty ? [] : snapshot.Vectors.Search(vector.Span, allowed, wanted).Select(found => found.Passage))
                .Concat(Silent(focused, allowed))
                .Distinct(),
        ];
        var ranked = new PassageFusion(own, foreign, vector, snapshot, embedder.WeightsFor(snapshot)).Rank(passages, IsForeign, limit);
        return new RetrievalResult
        {
            Question = question,
            Snapshot = snapshot,
            Terms = terms,
            Focus = focus,
            Translated = translated,
            Passages = [.. ranked.Select(found => found.IsTranslated ? WithMatches(found, translated, index) : found)],
        };

        bool IsForeign(int passage) => index.IsChinese(passage) != isChinese;
    }

    // The passages of the clauses that the question names: no other may answer.
    private static List<int>? Focused(ClauseFocus focus, IndexSnapshot snapshot) =>
        focus is ClauseFocus.Found found ? [.. found.Matches.Select(match => snapshot.PassageNumbers[match.Passage.Id]).Distinct()] : null;

    // A clause's own text needn't share a word with the question.
    private static IEnumerable<int> Silent(List<int>? focused, Func<int, bool>? allowed) =>
        (focused ?? []).Where(passage => allowed is null || allowed(passage));

    private static Func<int, bool>? Filter(Question question, List<int>? focused, IndexSnapshot snapshot)
    {
        if (question.Documents is null && focused is null)
        {
            return null;
        }
        var numbers = focused?.ToHashSet();
        return passage => (numbers is null || numbers.Contains(passage))
            && (question.Documents is null || question.Documents.Contains(snapshot.Passages[passage].Document.Id));
    }

    private static RetrievedPassage WithMatches(RetrievedPassage found, QueryTerm[] translated, LexicalIndex index) =>
        found with { Matches = new(() => TermLocator.Locate(found.Passage, found.Number, translated, index)) };
}
