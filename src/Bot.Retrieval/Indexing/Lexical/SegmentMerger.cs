namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Makes one segment of several without reading a text again. Used for one merge, by one thread.</summary>
internal sealed class SegmentMerger : IDisposable
{
    private readonly IReadOnlyList<LexicalSegment> _segments;
    private readonly MergedPlaces[] _places;
    private readonly PassageFields _passages;
    private readonly PostingWriter _writer;
    private readonly TermDictionaryBuilder _all = new();
    private readonly TermDictionaryBuilder _terms;
    private readonly PostingMerge _merge = new();

    private SegmentMerger(IReadOnlyList<LexicalSegment> segments, IReadOnlyList<int[]> places)
    {
        (_segments, _places) = (segments, [.. places.Select(segment => new MergedPlaces(segment))]);
        // Where no passage is left out, no term is.
        _terms = places.Any(segment => segment.Contains(-1)) ? new() : _all;
        _passages = MergePassages();
        _writer = _passages.NewWriter(segments.Sum(segment => segment.PostingLength));
    }

    /// <param name="segments">What is merged.</param>
    /// <param name="places">For each segment and place the place in the merged one, ascending within a segment, or −1 for what is left out. Together they are 0, 1, 2, ….</param>
    public static LexicalSegment Merge(IReadOnlyList<LexicalSegment> segments, IReadOnlyList<int[]> places)
    {
        using var merger = new SegmentMerger(segments, places);
        return merger.Run();
    }

    public void Dispose()
    {
        _all.Dispose();
        _terms.Dispose();
    }

    private LexicalSegment Run()
    {
        var (starts, sources) = GroupTerms();
        var postingStarts = new List<int>(starts.Length);
        for (var group = 0; group + 1 < starts.Length; group++)
        {
            var holders = sources.AsSpan(starts[group]..starts[group + 1]);
            _merge.Clear();
            foreach (var (segment, term) in holders)
            {
                _merge.Add(_segments[segment].Postings(term), _places[segment]);
            }
            var merged = _merge.Sorted();
            if (merged.Count > 0)
            {
                if (_terms != _all)
                {
                    _terms.GetOrAdd(_all[group]);
                }
                postingStarts.Add(_writer.Bytes.Length);
                _writer.Write(merged);
            }
        }
        return new(_terms.Build(), _passages, postingStarts.ToArray(), _writer.Bytes.Detach(), MergeNames());
    }

    // The segments that have a term, together; a term's start in them.
    private (int[] Starts, (int Segment, int Term)[] Sources) GroupTerms()
    {
        var groups = new int[_segments.Count][];
        for (var segment = 0; segment < groups.Length; segment++)
        {
            var terms = _segments[segment].Terms;
            groups[segment] = new int[terms.Count];
            for (var term = 0; term < terms.Count; term++)
            {
                groups[segment][term] = _all.GetOrAdd(terms[term]);
            }
        }
        var starts = new int[_all.Count + 1];
        foreach (var segment in groups)
        {
            foreach (var group in segment)
            {
                starts[group + 1]++;
            }
        }
        for (var group = 0; group < _all.Count; group++)
        {
            starts[group + 1] += starts[group];
        }
        var sources = new (int, int)[starts[^1]];
        var next = starts.AsSpan(0, _all.Count).ToArray();
        for (var segment = 0; segment < groups.Length; segment++)
        {
            for (var term = 0; term < groups[segment].Length; term++)
            {
                sources[next[groups[segment][term]]++] = (segment, term);
            }
        }
        return (starts, sources);
    }

    private PassageFields MergePassages()
    {
        var count = _places.Sum(places => places.All.Count(place => place >= 0));
        var (texts, titles, sentences, chinese) = (new int[count], new int[count], new int[count], new bool[count]);
        for (var segment = 0; segment < _segments.Count; segment++)
        {
            var passages = _segments[segment].Passages;
            for (var place = 0; place < passages.Count; place++)
            {
                if (_places[segment].All[place] is >= 0 and var to)
                {
                    (texts[to], titles[to]) = (passages.TextLengths[place], passages.TitleLengths[place]);
                    (sentences[to], chinese[to]) = (passages.Sentences[place], passages.IsChinese[place]);
                }
            }
        }
        return new(texts, titles, sentences, chinese);
    }

    private NameTable MergeNames()
    {
        using var merged = new NameTableBuilder();
        for (var segment = 0; segment < _segments.Count; segment++)
        {
            var names = _segments[segment].Names;
            for (var name = 0; name < names.Count; name++)
            {
                foreach (var occurrence in names.Occurrences(name))
                {
                    if (_places[segment].All[occurrence.Place] is >= 0 and var to)
                    {
                        merged.Add(names[name], _terms.GetOrAdd(_segments[segment].Terms[names.Term(name)]), occurrence with { Place = to });
                    }
                }
            }
        }
        return merged.Build();
    }
}
