using System.Collections.Immutable;
using Bot.Retrieval.Indexing;

namespace Bot.Retrieval.Searching;

/// <summary>Joins what the question's own words, its translation and the vectors say of the passages.</summary>
internal sealed class PassageFusion(WordEvidence own, WordEvidence translated, ReadOnlyMemory<float> vector, IndexSnapshot snapshot, RetrievalOptions options)
{
    // A translation says less than the question's own words, so a passage in the question's language goes first: less so
    // where one translated passage stands out and none of the others does.
    private const double TranslatedShare = 0.6;
    private const double SharpnessWeight = 0.5;

    /// <param name="passages">The numbers of those that any part offers.</param>
    /// <param name="isForeign">Whether a passage is in the other language than the question.</param>
    /// <param name="limit">How many are wanted.</param>
    public IEnumerable<RetrievedPassage> Rank(ImmutableArray<int> passages, Func<int, bool> isForeign, int limit)
    {
        own.Weigh(passages);
        translated.Weigh(passages.Where(isForeign));
        var share = TranslatedShare
            * (1 + (SharpnessWeight * (translated.Sharpness(passages.Where(isForeign)) - own.Sharpness(passages.Where(passage => !isForeign(passage))))));
        var candidates = passages.Select(passage => Weigh(passage, isForeign(passage) ? share : 0)).ToList();
        var bestWords = candidates.Select(candidate => candidate.Words).DefaultIfEmpty().Max();
        var bestCosine = candidates.Select(candidate => candidate.VectorScore).DefaultIfEmpty().Max();
        return candidates
            .Select(candidate => Fuse(candidate, bestWords, bestCosine))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Number)
            .Take(limit);
    }

    private RetrievedPassage Weigh(int passage, double translatedShare)
    {
        var words = own.Share(passage);
        var other = translatedShare > 0 ? translatedShare * translated.Share(passage) : 0;
        var cosine = vector.IsEmpty ? 0 : Math.Max(0, snapshot.Vectors.Cosine(vector.Span, passage));
        return new RetrievedPassage(snapshot.Passages[passage], 0, 0, cosine)
        {
            Number = passage,
            Words = Math.Max(words, other),
            IsTranslated = other > words,
        };
    }

    private RetrievedPassage Fuse(RetrievedPassage candidate, double bestWords, double bestCosine)
    {
        var words = bestWords > 0 ? candidate.Words / bestWords : 0;
        var cosine = bestCosine > 0 ? candidate.VectorScore / bestCosine : 0;
        var weight = candidate.IsTranslated ? options.TranslatedVectorWeight : options.VectorWeight;
        return candidate with { LexicalScore = words, VectorScore = cosine, Score = ((1 - weight) * words) + (weight * cosine) };
    }
}
