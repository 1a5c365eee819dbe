using System.Collections.Immutable;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Evaluation;

/// <summary>Takes the answer to one question apart.</summary>
internal sealed class Explainer(IRetriever retriever, ExtractiveAnswerer answerer, Lazy<ConfidenceTable> table, IOptions<AnswerOptions> options)
{
    private const int RanksRead = 10;

    /// <summary>How far down the right passage is looked for.</summary>
    private const int DeepRanks = 100;

    private const int StartLength = 60;

    public async Task<QuestionExplanation> ExplainAsync(QuestionSet set, EvaluationQuestion question, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        // What people get, and then further down the list.
        var retrieval = await retriever.RetrieveAsync(new Question(question.Question), snapshot, RanksRead, cancellationToken);
        var deep = await retriever.RetrieveAsync(new Question(question.Question), snapshot, DeepRanks, cancellationToken);
        var weights = table.Value.For(retrieval);
        var goldRank = Enumerable.Range(0, deep.Passages.Length).FirstOrDefault(rank => IsRight(deep.Passages[rank], question), -1);
        return new()
        {
            Set = set,
            Question = question,
            Answer = answerer.AnswerFrom(retrieval),
            Threshold = options.Value.Threshold,
            AcrossLanguages = retrieval.Passages is [{ IsTranslated: true }, ..],
            Intercept = weights.Intercept(retrieval.Question.Language),
            Signals = Signals.Of(retrieval) is { } signals
                ? [.. weights.Weights.Select(entry => new ExplainedSignal(entry.Key, signals[entry.Key], entry.Value))]
                : [],
            Passages = [.. retrieval.Passages.Select((found, rank) => Explain(found, rank + 1, question))],
            Terms = retrieval.Passages is [var best, ..] ? TermsOf(best, retrieval) : [],
            Gold = goldRank >= 0 ? Explain(deep.Passages[goldRank], goldRank + 1, question) : null,
            GoldTerms = goldRank > 0 ? TermsOf(deep.Passages[goldRank], deep) : [],
        };
    }

    private static bool IsRight(RetrievedPassage found, EvaluationQuestion question) => question.Gold is { } gold
        ? found.Passage.Document.RecordId is { } id && gold.Contains(id)
        : question.Documents is { } documents && documents.Contains(found.Passage.Document.Id.Value);

    private static ExplainedPassage Explain(RetrievedPassage found, int rank, EvaluationQuestion question)
    {
        var document = found.Passage.Document;
        var text = found.Passage.Text;
        return new(
            rank,
            document.RecordId ?? document.Id.Value,
            document.Title,
            text.Length > StartLength ? text[..StartLength] : text,
            found.Score,
            found.LexicalScore,
            found.VectorScore,
            found.IsTranslated,
            IsRight(found, question));
    }

    private static ImmutableArray<ExplainedTerm> TermsOf(RetrievedPassage found, RetrievalResult retrieval)
    {
        var index = retrieval.Snapshot.Lexical;
        var terms = retrieval.TermsOf(found);
        var held = new HeldTerms(found, terms, index);
        var scores = SentenceRanker.Score(found, terms, index, retrieval.Question.Text);
        var sentence = Array.IndexOf(scores, scores.Max());
        return
        [
            .. terms.Select((term, i) => new ExplainedTerm(
                term.Text,
                term.BestWording(index.TermsOf(found.Number)) is { } wording ? string.Join(" + ", wording.Ids.Select(index.Term)) : null,
                term.Mass,
                term.Weight,
                held.In(sentence, i),
                held.InText(i),
                held.InTitle(i),
                term.IsKnown)).OrderByDescending(term => term.Weight),
        ];
    }
}
