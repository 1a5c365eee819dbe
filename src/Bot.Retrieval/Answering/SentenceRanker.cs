using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>
/// Ranks the sentences of a passage by how much of the question they answer. Terms that the title has, or
/// many sentences, tell passages apart and not the sentences in one; a sentence goes on from the one before it; and a question for a number, a time or a clause wants one.
/// </summary>
internal static class SentenceRanker
{
    private const double TitleShare = 0.1;
    private const double PreviousShare = 0.25;
    private const double TypeBonus = 0.1;
    private const double Commonness = 0.6;

    /// <summary>One score a sentence, in text order, in the units of the terms' mass.</summary>
    public static double[] Score(RetrievedPassage found, IReadOnlyList<QueryTerm> terms, LexicalIndex index, string question)
    {
        var held = index.TermsOf(found.Number);
        var scores = new double[held.SentenceCount];
        var total = 0.0;
        foreach (var term in terms)
        {
            if (term.IsKnown)
            {
                total += AddTerm(scores, term, held);
            }
        }
        var type = QuestionTypes.Of(question);
        var passage = found.Passage;
        for (var sentence = 0; HasClearForm(type) && sentence < scores.Length; sentence++)
        {
            if (scores[sentence] > 0 && AnswerForms.CanAnswer(type, passage.Sentences[sentence].In(passage.Document.Text).ToString(), question))
            {
                scores[sentence] += TypeBonus * total;
            }
        }
        return scores;
    }

    // Names are in too many sentences to tell them apart.
    private static bool HasClearForm(QuestionType type) => type is QuestionType.Quantity or QuestionType.Time or QuestionType.Clause;

    private static double AddTerm(double[] scores, QueryTerm term, PassageTerms passage)
    {
        var held = term.InSentences(passage);
        var holders = held.Count(share => share > 0);
        if (holders == 0)
        {
            return 0;
        }
        var share = 1 - ((1 - TitleShare) * term.InTitle(passage));
        var mass = term.Mass * share / Math.Pow(holders, Commonness);
        for (var sentence = 0; sentence < scores.Length; sentence++)
        {
            var before = sentence > 0 ? held[sentence - 1] * PreviousShare : 0;
            scores[sentence] += mass * Math.Max(held[sentence], before);
        }
        return mass;
    }
}
