using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Answering;

/// <summary>Answers with the documents' own sentences, without a language model.</summary>
internal sealed class ExtractiveAnswerer(
    LiveIndex live, IRetriever retriever, QuestionAnalyzer analyzer, IOptions<AnswerOptions> options) : IAnswerer
{
    private const int PassagesRead = 10;
    private const int NearestShown = 3;

    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var snapshot = live.Current;
        return await AnswerAsync(question, snapshot, cancellationToken);
    }

    private async Task<Answer> AnswerAsync(Question question, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        var retrieval = await retriever.RetrieveAsync(question, snapshot, PassagesRead, cancellationToken);
        var answer = AnswerFrom(retrieval);
        return answer is Answer.NotFound { Reason: NotFoundReason.NotConfident } && await FollowUpAsync(retrieval, cancellationToken) is { } followed
            ? followed
            : answer;
    }

    // What a follow-up leaves unsaid was said before it.
    private async Task<Answer.Grounded?> FollowUpAsync(RetrievalResult asked, CancellationToken cancellationToken)
    {
        foreach (var completed in FollowUp.Completed(asked.Question, analyzer))
        {
            var retrieval = await retriever.RetrieveAsync(completed, asked.Snapshot, PassagesRead, cancellationToken);
            if (AnswerFrom(retrieval) is Answer.Grounded grounded && FollowUp.IsAbout(retrieval.Passages[0], asked))
            {
                return grounded;
            }
        }
        return null;
    }

    /// <summary>The answer that a retrieval gives.</summary>
    internal Answer AnswerFrom(RetrievalResult retrieval)
    {
        var wording = Wording.Of(retrieval.Question.Language);
        if (retrieval.Snapshot.Passages.IsEmpty)
        {
            return Refuse(retrieval, NotFoundReason.EmptyIndex, wording.EmptyIndex, 0);
        }
        if (retrieval.Terms.Count == 0 && retrieval.Focus is ClauseFocus.None)
        {
            return Refuse(retrieval, NotFoundReason.EmptyQuestion, wording.EmptyQuestion, 0);
        }
        switch (retrieval.Focus)
        {
            case ClauseFocus.Unknown unknown:
                return UnknownClause(retrieval, wording, unknown);
            case ClauseFocus.Ambiguous ambiguous:
                var choices = string.Join(wording.Separator, ambiguous.Choices.Select(clause => clause.FullName));
                return Refuse(retrieval, NotFoundReason.AmbiguousClause, wording.AmbiguousClause(ambiguous.Asked.Canonical, choices), 0) with { NearestClauses = ambiguous.Choices };
        }
        var confidence = Confidence.Of(retrieval);
        var quotes = CitationChecker.Check(QuoteSelector.Select(retrieval, Math.Max(options.Value.MaximumCitations, NearestShown)));
        if (confidence < options.Value.Threshold || quotes.IsEmpty)
        {
            return NotConfident(retrieval, wording, confidence, quotes);
        }
        var citations = quotes.Length > options.Value.MaximumCitations ? quotes[..options.Value.MaximumCitations] : quotes;
        return new Answer.Grounded(citations)
        {
            Text = string.Join("\n\n", citations.Select(citation => $"{citation.Quote} [{citation.Number}]")),
            Confidence = confidence,
            Snapshot = retrieval.Snapshot.Revision,
        };
    }

    private static Answer.NotFound NotConfident(RetrievalResult retrieval, Wording wording, double confidence, ImmutableArray<Citation> nearest)
    {
        var text = nearest.IsEmpty ? wording.NotConfident : $"{wording.NotConfident} {wording.NearestPassages}";
        return Refuse(retrieval, NotFoundReason.NotConfident, text, confidence) with { Nearest = nearest };
    }

    private static Answer.NotFound UnknownClause(RetrievalResult retrieval, Wording wording, ClauseFocus.Unknown unknown)
    {
        var text = wording.UnknownClause(unknown.Asked.FullName);
        if (!unknown.Nearest.IsEmpty)
        {
            text = $"{text} {wording.NearestClauses(string.Join(wording.Separator, unknown.Nearest.Select(clause => clause.FullName)))}";
        }
        var enclosing = unknown.Enclosing.Take(NearestShown).Select((match, i) => new Citation(i + 1, match.Passage, match.Quote, match.Text));
        return Refuse(retrieval, NotFoundReason.UnknownClause, text, 0) with
        {
            NearestClauses = unknown.Nearest,
            Nearest = CitationChecker.Check(enclosing),
        };
    }

    private static Answer.NotFound Refuse(RetrievalResult retrieval, NotFoundReason reason, string text, double confidence) => new(reason)
    {
        Text = text,
        Confidence = confidence,
        Snapshot = retrieval.Snapshot.Revision,
    };
}
