using System.Collections.Immutable;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Evaluation;

/// <summary>The strings of which one must be quoted; compared folded, letters and digits only.</summary>
internal sealed class AnswerStrings(EvaluationQuestion question)
{
    private readonly ImmutableArray<string> _strings = [.. question.Answers.Select(Letters).Where(text => text.Length > 0)];

    public bool IsEmpty => _strings.IsEmpty;

    public bool AreIn(string text)
    {
        var letters = Letters(text);
        return _strings.Any(answer => letters.Contains(answer, StringComparison.Ordinal));
    }

    /// <summary>Where the question names documents, the citation must be of one of them.</summary>
    public bool AreIn(Citation citation) =>
        (question.Documents is not { } documents || documents.Contains(citation.DocumentName)) && AreIn(citation.Quote);

    private static string Letters(string text) => string.Concat(TextFolder.FoldToString(text).Where(char.IsLetterOrDigit));
}
