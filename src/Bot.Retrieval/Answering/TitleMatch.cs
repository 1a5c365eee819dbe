using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>How much of what a passage is called stands in a question.</summary>
internal static class TitleMatch
{
    /// <summary>The greatest share, by rarity, of the title or of one heading; 0 where there is no title.</summary>
    public static double Of(RetrievedPassage found, IReadOnlyList<QueryTerm> terms, LexicalIndex index)
    {
        var asked = terms.SelectMany(term => term.Wordings).SelectMany(wording => wording.Ids).ToHashSet();
        var best = Share(found.Passage.Document.Title, asked, index);
        foreach (var heading in found.Passage.HeadingPath)
        {
            best = Math.Max(best, Share(heading, asked, index));
        }
        return best;
    }

    private static double Share(string title, HashSet<int> asked, LexicalIndex index)
    {
        var sink = new Sink(index, []);
        Analyzer.Analyze(title, ref sink);
        var (whole, held) = (0.0, 0.0);
        foreach (var term in sink.Terms)
        {
            var weight = index.Idf(index.Postings(term).Length, LexicalSearch.Background);
            whole += weight;
            held += asked.Contains(term) ? weight : 0;
        }
        return whole > 0 ? held / whole : 0;
    }

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
