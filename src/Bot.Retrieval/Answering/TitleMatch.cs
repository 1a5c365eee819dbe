using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>How much of what a passage is called stands in a question.</summary>
internal static class TitleMatch
{
    /// <summary>
    /// The greatest share, by rarity, of the title or of one heading. A title that many passages have is no name of this one,
    /// and where there is no title there is none to be missed: what is <paramref name="otherwise"/> known counts instead.
    /// </summary>
    public static double Of(RetrievedPassage found, IReadOnlyList<QueryTerm> terms, LexicalIndex index, double otherwise)
    {
        var asked = terms.SelectMany(term => term.Wordings).SelectMany(wording => wording.Ids).ToHashSet();
        var best = Match(found.Passage.Document.Title, asked, index, otherwise);
        foreach (var heading in found.Passage.HeadingPath)
        {
            best = Math.Max(best, Match(heading, asked, index, otherwise));
        }
        return best;
    }

    private static double Match(string title, HashSet<int> asked, LexicalIndex index, double otherwise)
    {
        var sink = new Sink(index, []);
        Analyzer.Analyze(title, ref sink);
        if (sink.Terms.Count == 0)
        {
            return otherwise;
        }
        var (whole, held) = (0.0, 0.0);
        foreach (var term in sink.Terms)
        {
            var weight = index.Idf(index.Frequency(term), LexicalSearch.Background);
            whole += weight;
            held += asked.Contains(term) ? weight : 0;
        }
        return otherwise + (((held / whole) - otherwise) / Sharers(sink.Terms, index));
    }

    // Passages whose titles have its rarest word.
    private static int Sharers(HashSet<int> title, LexicalIndex index) => Math.Max(1, index.TitleFrequency(title.MinBy(index.Frequency)));

    // Single characters say too little, and those of a pair are counted with it.
    private readonly record struct Sink(LexicalIndex Index, HashSet<int> Terms) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            if (kind != TermKind.HanUnigram && Index.TryGetTerm(term, out var id))
            {
                Terms.Add(id);
            }
        }
    }
}
