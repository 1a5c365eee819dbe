using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
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

    /// <summary>A translation says less than the question's own words, so a passage in the question's language goes first.</summary>
    private const double TranslatedShare = 0.6;

    public async Task<RetrievalResult> RetrieveAsync(Question question, IndexSnapshot snapshot, int limit, CancellationToken cancellationToken)
    {
        var text = question.Text.Length > Question.MaximumLength ? question.Text[..Question.MaximumLength] : question.Text;
        var terms = LexicalSearch.Resolve(analyzer.Analyze(text), snapshot.Lexical);
        var vector = await embedder.EmbedAsync(text, snapshot, cancellationToken);
        var focus = ClauseFocus.Of(text, snapshot);
        var focused = Focused(focus, snapshot);
        var allowed = Filter(question, focused, snapshot);
        var wanted = Math.Max(limit, Candidates);
        var isChinese = question.Language != TextLanguage.English;
        var translated = snapshot.Lexical.HasPassages(chinese: !isChinese)
            ? LexicalSearch.Resolve(translator.Translate(text, question.Language, snapshot.Glossary), snapshot.Lexical)
            : [];
        var lexical = LexicalSearch.Top(terms, snapshot.Lexical, allowed, wanted);
        var foreign = LexicalSearch.Top(
            translated, snapshot.Lexical, passage => snapshot.Lexical.IsChinese(passage) != isChinese && (allowed is null || allowed(passage)), wanted);
        var vectors = vector.IsEmpty ? [] : snapshot.Vectors.Search(vector.Span, allowed, wanted);
        return new RetrievalResult
        {
            Question = question,
            Snapshot = snapshot,
            Terms = terms,
            Focus = focus,
            Translated = translated,
            Passages = Fuse(
                terms,
                translated,
                isChinese,
                [.. lexical.Concat(foreign).Concat(vectors).Select(found => found.Passage), .. Silent(focused, allowed)],
                vector.Span,
                snapshot,
                limit),
        };
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

    private ImmutableArray<RetrievedPassage> Fuse(
        QueryTerm[] terms, QueryTerm[] translated, bool isChinese, IEnumerable<int> passages, ReadOnlySpan<float> vector, IndexSnapshot snapshot, int limit)
    {
        var (ownMass, translatedMass) = (Mass(terms), Mass(translated));
        var candidates = new List<RetrievedPassage>();
        foreach (var passage in passages.Distinct())
        {
            var own = Words(passage, terms, snapshot.Lexical) / ownMass;
            var isForeign = snapshot.Lexical.IsChinese(passage) != isChinese;
            // Dividing by what there was to find makes the two comparable; adding them up would not.
            var other = isForeign ? TranslatedShare * Words(passage, translated, snapshot.Lexical) / translatedMass : 0;
            var cosine = vector.IsEmpty ? 0 : Math.Max(0, snapshot.Vectors.Cosine(vector, passage));
            candidates.Add(new RetrievedPassage(snapshot.Passages[passage], 0, 0, cosine) { Number = passage, Words = Math.Max(own, other), IsTranslated = other > own });
        }
        var bestWords = candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.Words);
        var weight = embedder.WeightFor(snapshot);
        var bestCosine = candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.VectorScore);
        return
        [
            .. candidates
                .Select(candidate => Share(candidate, bestWords, bestCosine, weight))
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Number)
                .Take(limit),
        ];
    }

    private static double Mass(QueryTerm[] terms) => Math.Max(double.Epsilon, terms.Sum(term => term.Mass));

    private static double Words(int passage, QueryTerm[] terms, LexicalIndex index) => terms.Length == 0
        ? 0
        : LexicalSearch.Score(passage, terms, index, againstBackground: false)
            + (LexicalSearch.BestSentenceWeight * SentenceEvidence.Best(passage, terms, index, againstBackground: false, withContext: false));

    private static RetrievedPassage Share(RetrievedPassage candidate, double bestWords, double bestCosine, double weight)
    {
        var words = bestWords > 0 ? candidate.Words / bestWords : 0;
        var cosine = bestCosine > 0 ? candidate.VectorScore / bestCosine : 0;
        return candidate with
        {
            LexicalScore = words,
            VectorScore = cosine,
            Score = ((1 - weight) * words) + (weight * cosine),
        };
    }
}
