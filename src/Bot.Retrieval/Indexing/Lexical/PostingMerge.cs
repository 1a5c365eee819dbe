using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Brings one term's postings of several segments together. Reused from term to term, by one thread.</summary>
internal sealed class PostingMerge
{
    private readonly PostingBuffer _read = new();
    private readonly PostingBuffer _gathered = new();
    private readonly PostingBuffer _sorted = new();
    private readonly List<int> _sentences = [];
    private readonly List<int> _order = [];
    private bool _ascends;

    public void Clear()
    {
        _gathered.Clear();
        _sentences.Clear();
        _ascends = true;
    }

    /// <param name="postings">A segment's.</param>
    /// <param name="places">The merged places of the segment's.</param>
    public void Add(PostingList postings, MergedPlaces places)
    {
        if (places.IsStretch && _sentences.Count == 0 && (_gathered.Count == 0 || _gathered.Places[^1] < places.First))
        {
            postings.CopyTo(_gathered, places.First);
            return;
        }
        RequireSentenceStarts();
        _read.Clear();
        postings.CopyTo(_read);
        var sentences = _read.Sentences.Written;
        for (var i = 0; i < _read.Count; i++)
        {
            var length = SentenceSets.Skip(sentences, 1);
            if (places.All[_read.Places[i]] is >= 0 and var place)
            {
                _ascends &= _gathered.Count == 0 || _gathered.Places[^1] < place;
                _sentences.Add(_gathered.Sentences.Length);
                _gathered.Add(place, _read.Texts[i], _read.Titles[i]);
                _gathered.Sentences.Write(sentences[..length]);
            }
            sentences = sentences[length..];
        }
    }

    /// <summary>What was added, by place.</summary>
    public PostingBuffer Sorted()
    {
        if (_ascends)
        {
            return _gathered;
        }
        _order.Clear();
        _order.AddRange(Enumerable.Range(0, _gathered.Count));
        _gathered.Places.ToArray().AsSpan().Sort(CollectionsMarshal.AsSpan(_order));
        _sorted.Clear();
        foreach (var i in _order)
        {
            _sorted.Add(_gathered.Places[i], _gathered.Texts[i], _gathered.Titles[i]);
            var sentences = _gathered.Sentences.Written[_sentences[i]..];
            _sorted.Sentences.Write(sentences[..SentenceSets.Skip(sentences, 1)]);
        }
        return _sorted;
    }

    // Where each set starts is needed only where postings change their order.
    private void RequireSentenceStarts()
    {
        var written = _gathered.Sentences.Written;
        for (var start = 0; _sentences.Count < _gathered.Count;)
        {
            _sentences.Add(start);
            start += SentenceSets.Skip(written[start..], 1);
        }
    }
}
