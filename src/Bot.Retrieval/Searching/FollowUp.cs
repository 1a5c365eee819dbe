using Bot.Retrieval.Analysis;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Searching;

/// <summary>Completes a question that leans on the ones before it: "and in English?", "那罚款呢？".</summary>
internal static class FollowUp
{
    /// <summary>At most so many earlier questions lend their words.</summary>
    private const int Reach = 2;

    /// <summary>The question with the words that it lacks of the one before, then of the one before that as well.</summary>
    public static IEnumerable<Question> Completed(Question question, QuestionAnalyzer analyzer)
    {
        var text = question.Text;
        foreach (var earlier in question.Earlier.Reverse().Take(Reach))
        {
            var lent = WordsLacking(text, earlier, analyzer);
            if (lent.Length > 0)
            {
                text = $"{lent} {text}";
                yield return new Question(text) { Language = question.Language, Documents = question.Documents };
            }
        }
    }

    /// <summary>
    /// Whether the passage has a word of the follow-up's own. One that only has the borrowed words answers the earlier
    /// question once more, and "thanks!" is no question.
    /// </summary>
    public static bool IsAbout(RetrievedPassage found, RetrievalResult asked)
    {
        var terms = found.IsTranslated ? asked.Translated : asked.Terms;
        return LexicalSearch.Score(found.Number, terms, asked.Snapshot.Lexical, againstBackground: false) > 0;
    }

    private static string WordsLacking(string text, string earlier, QuestionAnalyzer analyzer)
    {
        var own = analyzer.Analyze(text).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        var spans = new List<TextSpan>();
        foreach (var span in analyzer.Analyze(earlier).Where(term => !own.Contains(term.Text)).Select(term => term.Span).OrderBy(span => span.Start))
        {
            // Characters and pairs of Chinese overlap: together they are the word.
            if (spans.Count > 0 && span.Start <= spans[^1].End)
            {
                spans[^1] = TextSpan.FromBounds(spans[^1].Start, Math.Max(spans[^1].End, span.End));
            }
            else
            {
                spans.Add(span);
            }
        }
        return string.Join(' ', spans.Select(span => span.In(earlier).ToString()));
    }
}
