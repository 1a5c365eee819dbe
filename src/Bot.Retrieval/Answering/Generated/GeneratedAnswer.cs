using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Puts checked sentences together: one text, and its citations numbered from 1 in the order they are named.</summary>
internal static class GeneratedAnswer
{
    public static (string Text, ImmutableArray<Citation> Citations) Of(IEnumerable<CheckedSentence> sentences)
    {
        var citations = new List<Citation>();
        var texts = new List<string>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences.Where(sentence => sentence.Verdict.IsKept && said.Add(TextFolder.FoldToString(sentence.Verdict.Sentence))))
        {
            var numbers = sentence.Evidence.Select(evidence => NumberOf(evidence, citations)).Distinct().Order();
            texts.Add($"{sentence.Verdict.Sentence} {string.Concat(numbers.Select(number => $"[{number}]"))}");
        }
        return (string.Join('\n', texts), CitationChecker.Check(citations));
    }

    private static int NumberOf(Evidence evidence, List<Citation> citations)
    {
        var known = citations.FindIndex(citation => citation.Passage.Id == evidence.Offered.Passage.Id && citation.Span == evidence.Span);
        if (known < 0)
        {
            citations.Add(evidence.ToCitation(citations.Count + 1));
            known = citations.Count - 1;
        }
        return known + 1;
    }
}
