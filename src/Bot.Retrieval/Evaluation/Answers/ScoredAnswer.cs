using System.Collections.Immutable;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;

namespace Bot.Retrieval.Evaluation.Answers;

/// <summary>How the answer to one question is.</summary>
internal sealed record ScoredAnswer(EvaluationQuestion Question, Answer Answer, TimeSpan Elapsed)
{
    public bool IsAnswerable => (Question.Gold ?? Question.Documents)!.Value.Length > 0;

    public ImmutableArray<Citation> Citations => Answer is Answer.Grounded grounded ? grounded.Citations : [];

    /// <summary>The numbers that each sentence of the text names.</summary>
    public ImmutableArray<ImmutableArray<int>> Sentences => Answer is Answer.Grounded
        ? [.. Answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => CitationMarkers.Split(line)).Select(sentence => sentence.Numbers)]
        : [];

    public bool HasAnswer => new AnswerStrings(Question) is var strings && (strings.AreIn(Answer.Text) || Citations.Any(strings.AreIn));

    public bool HasAnswerStrings => !new AnswerStrings(Question).IsEmpty;

    public bool IsRight(int number) => Citations.FirstOrDefault(citation => citation.Number == number) is { } citation
        && (Question.Gold is { } gold ? citation.Passage.Document.RecordId is { } id && gold.Contains(id) : Question.Documents!.Value.Contains(citation.DocumentName));
}
