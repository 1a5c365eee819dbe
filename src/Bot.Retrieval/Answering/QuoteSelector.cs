using System.Collections.Immutable;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>Picks what to quote: the best sentences of the best passages, each with what it needs around it, none twice.</summary>
internal static class QuoteSelector
{
    private const int PassagesRead = 5;

    /// <summary>How much a passage's rank counts beside what a sentence of it holds.</summary>
    private const double PassageWeight = 2;

    /// <summary>How much a sentence gains by speaking of the clause that the question names.</summary>
    private const double FocusWeight = 1;

    /// <summary>Further quotes must hold this share of what the first holds of the question.</summary>
    private const double FurtherShare = 0.4;

    /// <summary>Two quotes that share more than this of their characters' pairs say the same.</summary>
    private const double Sameness = 0.7;

    /// <summary>Best first, unchecked, numbered from 1.</summary>
    public static List<Citation> Select(RetrievalResult retrieval, int limit)
    {
        var ranked = Ranked(retrieval);
        var chosen = new List<Citation>();
        foreach (var (found, sentence, _, words) in ranked)
        {
            if (chosen.Count == limit)
            {
                break;
            }
            if (chosen.Count > 0 && words < ranked[0].Words * FurtherShare)
            {
                continue;
            }
            var span = QuoteSpan.Around(found.Passage, sentence);
            var quote = span.In(found.Passage.Document.Text).ToString();
            if (!chosen.Exists(other => Repeats(other, found, span, quote)))
            {
                chosen.Add(new Citation(chosen.Count + 1, found.Passage, span, quote) { Matched = MatchedIn(found) });
            }
        }
        return chosen;
    }

    private static List<(RetrievedPassage Found, int Sentence, double Score, double Words)> Ranked(RetrievalResult retrieval)
    {
        var ranked = new List<(RetrievedPassage Found, int Sentence, double Score, double Words)>();
        foreach (var found in retrieval.Passages.Take(PassagesRead))
        {
            var terms = retrieval.TermsOf(found);
            var mass = Math.Max(double.Epsilon, terms.Sum(term => term.Mass));
            var scores = SentenceRanker.Score(found, terms, retrieval.Snapshot.Lexical, retrieval.Question.Text);
            for (var sentence = 0; sentence < scores.Length; sentence++)
            {
                var focus = IsFocus(retrieval.Focus, found.Passage, found.Passage.Sentences[sentence]) ? FocusWeight : 0;
                var words = (scores[sentence] / mass) + focus;
                ranked.Add((found, sentence, (PassageWeight * found.Score) + words, words));
            }
        }
        return [.. ranked.OrderByDescending(item => item.Score).ThenBy(item => item.Found.Number).ThenBy(item => item.Sentence)];
    }

    // What only the title has can't be seen in what is cited.
    private static ImmutableArray<MatchedTerm> MatchedIn(RetrievedPassage found)
    {
        var text = found.MatchedTerms.IsEmpty ? "" : found.Passage.Text;
        return [.. found.MatchedTerms.Where(match => text.Contains(match.Found, StringComparison.Ordinal))];
    }

    private static bool IsFocus(ClauseFocus focus, Passage passage, TextSpan sentence) =>
        focus is ClauseFocus.Found found && found.Matches.Any(match => match.Passage.Id == passage.Id && match.Quote.Overlaps(sentence));

    private static bool Repeats(Citation other, RetrievedPassage found, TextSpan span, string quote) =>
        other.Passage.Document.Id == found.Passage.Document.Id && other.Span.Overlaps(span)
            ? true
            : Similarity(other.Quote, quote) > Sameness;

    private static double Similarity(string one, string other)
    {
        var (first, second) = (Pairs(one), Pairs(other));
        return first.Count == 0 || second.Count == 0 ? 0 : (double)first.Count(second.Contains) / Math.Min(first.Count, second.Count);
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        var folded = TextFolder.FoldToString(text).Where(char.IsLetterOrDigit).ToArray();
        return [.. folded.Zip(folded.Skip(1))];
    }
}
