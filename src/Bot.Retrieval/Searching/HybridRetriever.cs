using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Searching;

/// <summary>
/// Ranks by words and by vectors. Both parts offer candidates; each candidate is scored by both, the scores are made
/// shares of the question's best, and the shares are added by weight.
/// </summary>
internal sealed class HybridRetriever(IEmbeddingGenerator<string, Embedding<float>> embeddings, IOptions<RetrievalOptions> options) : IRetriever
{
    private const int Candidates = 50;

    public async Task<RetrievalResult> RetrieveAsync(Question question, IndexSnapshot snapshot, int limit, CancellationToken cancellationToken)
    {
        var text = question.Text.Length > Question.MaximumLength ? question.Text[..Question.MaximumLength] : question.Text;
        var terms = LexicalSearch.Resolve(QuestionAnalyzer.Analyze(text), snapshot.Lexical);
        var vector = await EmbedAsync(text, snapshot, cancellationToken);
        var focus = ClauseFocus.Of(text, snapshot);
        var focused = Focused(focus, snapshot);
        var allowed = Filter(question, focused, snapshot);
        var wanted = Math.Max(limit, Candidates);
        var lexical = LexicalSearch.Top(terms, snapshot.Lexical, allowed, wanted);
        var vectors = vector.IsEmpty ? [] : snapshot.Vectors.Search(vector.Span, allowed, wanted);
        return new RetrievalResult
        {
            Question = question,
            Snapshot = snapshot,
            Terms = terms,
            Focus = focus,
            Passages = Fuse(terms, [.. lexical, .. Silent(focused, lexical, allowed)], vectors, vector.Span, snapshot, limit),
        };
    }

    private async Task<ReadOnlyMemory<float>> EmbedAsync(string text, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.Vectors.Count == 0 || options.Value.VectorWeight <= 0)
        {
            return default;
        }
        var embedding = await embeddings.GenerateAsync([text], cancellationToken: cancellationToken);
        return embedding[0].Vector;
    }

    // The passages of the clauses that the question names: no other may answer.
    private static List<int>? Focused(ClauseFocus focus, IndexSnapshot snapshot) =>
        focus is ClauseFocus.Found found ? [.. found.Matches.Select(match => snapshot.PassageNumbers[match.Passage.Id]).Distinct()] : null;

    // A clause's own text needn't share a word with the question.
    private static IEnumerable<ScoredPassage> Silent(List<int>? focused, ScoredPassage[] scored, Func<int, bool>? allowed) =>
        (focused ?? []).Except(scored.Select(found => found.Passage)).Where(passage => allowed is null || allowed(passage)).Select(passage => new ScoredPassage(passage, 0));

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
        QueryTerm[] terms, ScoredPassage[] lexical, ScoredPassage[] vectors, ReadOnlySpan<float> vector, IndexSnapshot snapshot, int limit)
    {
        var lexicalScores = lexical.ToDictionary(found => found.Passage, found => found.Score);
        var candidates = new List<RetrievedPassage>(lexical.Length + vectors.Length);
        foreach (var passage in lexical.Concat(vectors).Select(found => found.Passage).Distinct())
        {
            var evidence = SentenceEvidence.Of(passage, terms, snapshot.Lexical);
            var words = lexicalScores.GetValueOrDefault(passage) + (LexicalSearch.BestSentenceWeight * evidence.BestSentence);
            var cosine = vector.IsEmpty ? 0 : Math.Max(0, snapshot.Vectors.Cosine(vector, passage));
            candidates.Add(new RetrievedPassage(snapshot.Passages[passage], 0, 0, cosine) { Number = passage, Evidence = evidence, RawLexicalScore = words });
        }
        var bestWords = candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.RawLexicalScore);
        var bestCosine = candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.VectorScore);
        return
        [
            .. candidates
                .Select(candidate => Share(candidate, bestWords, bestCosine))
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Number)
                .Take(limit),
        ];
    }

    private RetrievedPassage Share(RetrievedPassage candidate, double bestWords, double bestCosine)
    {
        var words = bestWords > 0 ? candidate.RawLexicalScore / bestWords : 0;
        var cosine = bestCosine > 0 ? candidate.VectorScore / bestCosine : 0;
        return candidate with
        {
            LexicalScore = words,
            VectorScore = cosine,
            Score = ((1 - options.Value.VectorWeight) * words) + (options.Value.VectorWeight * cosine),
        };
    }
}
