using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Searching;

/// <summary>Says which words of a passage met a question's translation.</summary>
internal static class TermLocator
{
    // Words of one wording with no more than an article or a preposition between them.
    private const int LongestGap = 8;

    /// <summary>In the question's order, each pair once.</summary>
    public static ImmutableArray<MatchedTerm> Locate(Passage passage, int number, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var held = index.TermsOf(number);
        string[] texts = [passage.Text, .. passage.HeadingPath, passage.Document.Title];
        var occurrences = new List<(int Term, TextSpan Span)>?[texts.Length];
        var matched = new List<MatchedTerm>();
        foreach (var term in terms)
        {
            if (term.BestWording(held) is not { } wording)
            {
                continue;
            }
            for (var i = 0; i < texts.Length; i++)
            {
                if (Find(wording, occurrences[i] ??= Analyze(texts[i], index)) is { } span)
                {
                    matched.Add(new(term.Text, span.In(texts[i]).ToString()));
                    break;
                }
            }
        }
        return [.. matched.Distinct()];
    }

    private static List<(int Term, TextSpan Span)> Analyze(string text, LexicalIndex index)
    {
        var sink = new Sink(index, []);
        TermsOf.Text(text, ref sink);
        return sink.Occurrences;
    }

    private static TextSpan? Find(QueryWording wording, List<(int Term, TextSpan Span)> occurrences)
    {
        for (var first = 0; first < occurrences.Count; first++)
        {
            if (occurrences[first].Term != wording.Ids[0])
            {
                continue;
            }
            var span = occurrences[first].Span;
            var next = 1;
            for (var i = first + 1; next < wording.Ids.Length && i < occurrences.Count && occurrences[i].Span.Start <= span.End + LongestGap; i++)
            {
                if (occurrences[i].Term == wording.Ids[next])
                {
                    span = TextSpan.FromBounds(span.Start, Math.Max(span.End, occurrences[i].Span.End));
                    next++;
                }
            }
            if (next == wording.Ids.Length)
            {
                return span;
            }
        }
        return null;
    }

    private readonly record struct Sink(LexicalIndex Index, List<(int Term, TextSpan Span)> Occurrences) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            if (Index.TryGetTerm(term, out var id))
            {
                Occurrences.Add((id, span));
            }
        }
    }
}
