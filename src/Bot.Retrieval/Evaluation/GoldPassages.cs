using System.Collections.Immutable;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Evaluation;

/// <summary>The passages of a corpus by the ids that question sets name them with.</summary>
internal sealed class GoldPassages(IndexSnapshot snapshot)
{
    private readonly Dictionary<string, int> _numbers = snapshot.Passages
        .Select((passage, number) => (passage.Document.RecordId, number))
        .Where(entry => entry.RecordId is not null)
        .DistinctBy(entry => entry.RecordId)
        .ToDictionary(entry => entry.RecordId!, entry => entry.number);

    /// <summary>From 1; 0 where none of them was retrieved.</summary>
    public static int Rank(RetrievalResult retrieval, ImmutableArray<string> ids)
    {
        for (var i = 0; i < retrieval.Passages.Length; i++)
        {
            if (retrieval.Passages[i].Passage.Document.RecordId is { } id && ids.Contains(id))
            {
                return i + 1;
            }
        }
        return 0;
    }

    /// <summary>The sentence that would be shown first if the first right passage had been found; null where the corpus lacks it.</summary>
    public string? BestSentence(RetrievalResult retrieval, EvaluationQuestion question)
    {
        if (question.Gold is not [var first, ..] || !_numbers.TryGetValue(first, out var number))
        {
            return null;
        }
        var passage = snapshot.Passages[number];
        var found = retrieval.Passages.FirstOrDefault(candidate => candidate.Number == number) ?? new RetrievedPassage(passage, 0, 0, 0) { Number = number };
        var scores = SentenceRanker.Score(found, retrieval.TermsOf(found), snapshot.Lexical, question.Question);
        var best = Array.IndexOf(scores, scores.Max());
        return passage.Sentences[best].In(passage.Document.Text).ToString();
    }
}
