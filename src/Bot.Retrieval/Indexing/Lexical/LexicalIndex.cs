using System.Collections.Immutable;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Inverted index over the passages of one snapshot, which lie in segments. What it says is the same as if all passages had
/// been indexed together, and the removed ones never. Immutable.
/// </summary>
internal sealed class LexicalIndex
{
    private readonly int _main;
    private readonly int _chinese;

    private LexicalIndex(ImmutableArray<SegmentView> segments, SegmentLayout layout, int main, int termCount)
    {
        (Segments, Layout, _main, TermCount) = (segments, layout, main, termCount);
        var (text, title) = (0L, 0L);
        for (var segment = 0; segment < segments.Length; segment++)
        {
            var passages = segments[segment].Segment.Passages;
            for (var place = 0; place < passages.Count; place++)
            {
                if (layout.Number(segment, place) != SegmentLayout.Removed)
                {
                    text += passages.TextLengths[place];
                    title += passages.TitleLengths[place];
                    _chinese += passages.IsChinese[place] ? 1 : 0;
                }
            }
        }
        Norms = new(FieldNorms.AverageOf(text, PassageCount), FieldNorms.AverageOf(title, PassageCount));
        Names = new(this);
    }

    public static LexicalIndex Empty { get; } = new([], SegmentLayout.Empty, main: 0, termCount: 0);

    public int PassageCount => Layout.PassageCount;

    /// <summary>How many terms have numbers; some may be of removed passages alone.</summary>
    public int TermCount { get; }

    public ImmutableArray<SegmentView> Segments { get; }

    public SegmentLayout Layout { get; }

    /// <summary>By the average lengths of all passages.</summary>
    public FieldNorms Norms { get; }

    /// <summary>The Latin names in the passages.</summary>
    public SoundIndex Names { get; }

    /// <summary>An index of one segment, made here.</summary>
    public static LexicalIndex Of(IReadOnlyList<Passage> passages) =>
        Of([LexicalSegmentBuilder.Build(passages, workers: 1, progress: null, CancellationToken.None)], SegmentLayout.Single(passages.Count));

    /// <summary>An index of segments. Where passages are removed it reads all postings of their segments.</summary>
    public static LexicalIndex Of(ImmutableArray<LexicalSegment> segments, SegmentLayout layout)
    {
        if (segments.IsEmpty)
        {
            return Empty;
        }
        var main = MainOf(segments);
        var (terms, count) = SegmentTerms.Of(segments, main, [], segments[main].Terms.Count);
        return new(
            [.. segments.Select((segment, i) => new SegmentView(segment, terms[i], layout.IsWhole(i) ? RemovedTerms.None : RemovedTerms.Of(segment, IsRemoved(layout, i))))],
            layout,
            main,
            count);
    }

    /// <summary>The index after a change, in time that grows with the change.</summary>
    /// <param name="segments">Those that are the same as here are recognised.</param>
    /// <param name="layout">Theirs.</param>
    /// <param name="passages">This index's, by number: those that are removed by the change are read.</param>
    public LexicalIndex Next(ImmutableArray<LexicalSegment> segments, SegmentLayout layout, IReadOnlyList<Passage> passages)
    {
        if (segments.IsEmpty)
        {
            return Empty;
        }
        var main = MainOf(segments);
        var same = segments.Zip(Segments).TakeWhile(pair => pair.First == pair.Second.Segment).Count();
        var (terms, count) = !Segments.IsEmpty && Segments[_main].Segment == segments[main] && _main == main && main < same
            ? SegmentTerms.Of(segments, main, [.. Segments.Take(same).Select(view => view.Terms)], TermCount)
            : SegmentTerms.Of(segments, main, [], segments[main].Terms.Count);
        return new(
            [.. segments.Select((segment, i) => new SegmentView(segment, terms[i], RemovedIn(segment, i, layout, passages)))],
            layout,
            main,
            count);
    }

    public bool TryGetTerm(ReadOnlySpan<char> term, out int number)
    {
        number = 0;
        if (!Segments.IsEmpty && Segments[_main].Segment.Terms.TryFind(term, out number))
        {
            return HasPassage(number);
        }
        foreach (var view in Segments)
        {
            if (view.Segment.Terms.TryFind(term, out var own))
            {
                number = view.Terms.NumberOf(own);
                return HasPassage(number);
            }
        }
        return false;
    }

    public string Term(int number)
    {
        foreach (var view in Segments)
        {
            if (view.TryGetOwn(number, out var own))
            {
                return view.Segment.Terms[own].ToString();
            }
        }
        throw new ArgumentOutOfRangeException(nameof(number), number, "No term has this number.");
    }

    /// <summary>How many passages write a term in their text, title or headings.</summary>
    public int Frequency(int term) => CountOf(term).Passages;

    /// <summary>
    /// How many passages write a term in their text, or else in their title. All passages of a document have its title: that
    /// doesn't make the title's words common.
    /// </summary>
    public int TextFrequency(int term)
    {
        var (passages, texts) = CountOf(term);
        return texts > 0 ? texts : passages;
    }

    /// <summary>How many passages have a term in their title or headings.</summary>
    public int TitleFrequency(int term)
    {
        var count = 0;
        for (var segment = 0; segment < Segments.Length; segment++)
        {
            count += new PostingScan(Segments[segment], Layout, segment).CountTitles(term);
        }
        return count;
    }

    /// <summary>Whether some passage has all of some terms; there is at least one term.</summary>
    public bool HaveAll(IReadOnlyList<int> terms)
    {
        for (var segment = 0; segment < Segments.Length; segment++)
        {
            if (new PostingScan(Segments[segment], Layout, segment).HaveAll(terms))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The terms of one passage.</summary>
    public PassageTerms TermsOf(int passage)
    {
        var (segment, place) = Layout.PlaceOf(passage);
        return new(Segments[segment], place, Norms);
    }

    /// <summary>Whether most of a passage's words are Chinese.</summary>
    public bool IsChinese(int passage)
    {
        var (segment, place) = Layout.PlaceOf(passage);
        return Segments[segment].Segment.Passages.IsChinese[place];
    }

    /// <summary>Whether there is any passage of which <see cref="IsChinese"/> says this.</summary>
    public bool HasPassages(bool chinese) => (chinese ? _chinese : PassageCount - _chinese) > 0;

    /// <summary>How much a term says, by the number of passages it occurs in: BM25's, never negative.</summary>
    /// <param name="documentFrequency">Passages with the term.</param>
    /// <param name="background">
    /// Passages without the term that are imagined beside these. A handful of passages on one subject make the subject's
    /// own words look common; a background keeps their weight.
    /// </param>
    public double Idf(int documentFrequency, int background = 0) =>
        Math.Log(1 + ((PassageCount + background - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    private static int MainOf(ImmutableArray<LexicalSegment> segments)
    {
        var main = 0;
        for (var segment = 1; segment < segments.Length; segment++)
        {
            main = segments[segment].Terms.Count > segments[main].Terms.Count ? segment : main;
        }
        return main;
    }

    private static bool[] IsRemoved(SegmentLayout layout, int segment)
    {
        var removed = new bool[layout.CountOf(segment)];
        for (var place = 0; place < removed.Length; place++)
        {
            removed[place] = layout.Number(segment, place) == SegmentLayout.Removed;
        }
        return removed;
    }

    private bool HasPassage(int term) => Layout.IsWhole(0) || Frequency(term) > 0;

    private (int Passages, int Texts) CountOf(int term)
    {
        var sum = (Passages: 0, Texts: 0);
        foreach (var view in Segments)
        {
            var (passages, texts) = view.CountOf(term);
            sum = (sum.Passages + passages, sum.Texts + texts);
        }
        return sum;
    }

    private RemovedTerms RemovedIn(LexicalSegment segment, int number, SegmentLayout layout, IReadOnlyList<Passage> passages)
    {
        var before = 0;
        while (before < Segments.Length && Segments[before].Segment != segment)
        {
            before++;
        }
        if (before == Segments.Length)
        {
            return layout.IsWhole(number) ? RemovedTerms.None : RemovedTerms.Of(segment, IsRemoved(layout, number));
        }
        var removed = new List<Passage>();
        for (var place = 0; !layout.IsWhole(number) && place < layout.CountOf(number); place++)
        {
            if (layout.Number(number, place) == SegmentLayout.Removed && Layout.Number(before, place) is not SegmentLayout.Removed and var passage)
            {
                removed.Add(passages[passage]);
            }
        }
        return removed.Count == 0
            ? Segments[before].Removed
            : Segments[before].Removed.With(segment, LexicalSegmentBuilder.Build(removed, workers: 1, progress: null, CancellationToken.None));
    }
}
