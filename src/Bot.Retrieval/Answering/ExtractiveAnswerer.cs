using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Answering;

/// <summary>Answers with the documents' own sentences, without a language model.</summary>
internal sealed class ExtractiveAnswerer(
    LiveIndex live, IRetriever retriever, FollowUps followUps, Lazy<ConfidenceTable> table, IOptions<AnswerOptions> options) : IAnswerer
{
    /// <summary>How many passages an answer is made from.</summary>
    internal const int PassagesRead = 10;

    private const int NearestShown = 3;

    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var snapshot = live.Current;
        return AnswerFrom(await RetrieveAsync(question, followUps.Standalone(question), snapshot, cancellationToken));
    }

    /// <summary>
    /// What a question is answered from: what is found for it, or where that is nothing and it leans on the ones before, what
    /// is found for it with what it leaves unsaid.
    /// </summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="standalone">The same, understandable without the conversation; itself where it is no follow-up.</param>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    internal async Task<RetrievalResult> RetrieveAsync(Question question, Question standalone, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        var alone = await retriever.RetrieveAsync(question, snapshot, PassagesRead, cancellationToken);
        if (question.Earlier.IsDefaultOrEmpty)
        {
            return alone;
        }
        IEnumerable<Question> others = followUps.IsFollowUp(question) ? [standalone, .. followUps.Completed(question)]
            : AnswerFrom(alone) is Answer.NotFound { Reason: NotFoundReason.NotConfident } ? followUps.Completed(question)
            : [];
        foreach (var other in others)
        {
            var retrieval = await retriever.RetrieveAsync(other, snapshot, PassagesRead, cancellationToken);
            if (AnswerFrom(retrieval) is Answer.Grounded && FollowUps.IsAbout(retrieval.Passages[0], alone))
            {
                return retrieval;
            }
        }
        return alone;
    }

    /// <summary>The answer that a retrieval gives.</summary>
    internal Answer AnswerFrom(RetrievalResult retrieval)
    {
        var texts = AnswerTexts.Of(retrieval.Question.Language);
        if (retrieval.Snapshot.Passages.IsEmpty)
        {
            return Refuse(retrieval, NotFoundReason.EmptyIndex, texts.EmptyIndex, 0);
        }
        if (retrieval.Terms.Count == 0 && retrieval.Focus is ClauseFocus.None)
        {
            return Refuse(retrieval, NotFoundReason.EmptyQuestion, texts.EmptyQuestion, 0);
        }
        switch (retrieval.Focus)
        {
            case ClauseFocus.Unknown unknown:
                return UnknownClause(retrieval, texts, unknown);
            case ClauseFocus.Ambiguous ambiguous:
                var choices = string.Join(texts.Separator, ambiguous.Choices.Select(clause => clause.FullName));
                return Refuse(retrieval, NotFoundReason.AmbiguousClause, texts.AmbiguousClause(ambiguous.Asked.Canonical, choices), 0) with { NearestClauses = ambiguous.Choices };
        }
        var confidence = Confidence.Of(retrieval, table.Value);
        var quotes = CitationChecker.Check(QuoteSelector.Select(retrieval, Math.Max(options.Value.MaximumCitations, NearestShown)));
        if (confidence < options.Value.Threshold || quotes.IsEmpty)
        {
            return NotConfident(retrieval, confidence, quotes);
        }
        var citations = quotes.Length > options.Value.MaximumCitations ? quotes[..options.Value.MaximumCitations] : quotes;
        return new Answer.Grounded(citations)
        {
            Text = string.Join("\n\n", citations.Select(citation => $"{citation.Quote} [{citation.Number}]")),
            Confidence = confidence,
            Snapshot = retrieval.Snapshot.Revision,
        };
    }

    /// <summary>The refusal where the passages don't answer.</summary>
    internal static Answer.NotFound NotConfident(RetrievalResult retrieval, double confidence, ImmutableArray<Citation> nearest)
    {
        var texts = AnswerTexts.Of(retrieval.Question.Language);
        var text = nearest.IsEmpty ? texts.NotConfident : $"{texts.NotConfident} {texts.NearestPassages}";
        return Refuse(retrieval, NotFoundReason.NotConfident, text, confidence) with { Nearest = nearest };
    }

    private static Answer.NotFound UnknownClause(RetrievalResult retrieval, AnswerTexts texts, ClauseFocus.Unknown unknown)
    {
        var text = texts.UnknownClause(unknown.Asked.FullName);
        if (!unknown.Nearest.IsEmpty)
        {
            text = $"{text} {texts.NearestClauses(string.Join(texts.Separator, unknown.Nearest.Select(clause => clause.FullName)))}";
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
