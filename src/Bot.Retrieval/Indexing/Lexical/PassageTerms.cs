namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>The terms of one passage.</summary>
/// <param name="view">Its segment.</param>
/// <param name="place">In the segment.</param>
/// <param name="norms">Of the index.</param>
internal readonly struct PassageTerms(SegmentView view, int place, FieldNorms norms)
{
    public int SentenceCount => view.Segment.Passages.Sentences[place];

    /// <summary>How many numbers hold a bit for each sentence.</summary>
    public int SentenceWords => Math.Max(1, (SentenceCount + 63) / 64);

    /// <summary>Whether it stands anywhere in the passage.</summary>
    public bool Has(int term) => TryFind(term, out _);

    /// <summary>Whether it stands in the title or the headings.</summary>
    public bool HasInTitle(int term) => TryFind(term, out var found) && found.Title > 0;

    /// <summary>How often it stands there, saturated; 0 where it doesn't.</summary>
    public double Saturated(int term) => TryFind(term, out var found)
        ? norms.Saturated(found.Text, found.Title, view.Segment.Passages.TextLengths[place], view.Segment.Passages.TitleLengths[place])
        : 0;

    /// <summary>Sets the bits of the sentences that hold a term.</summary>
    /// <param name="term">The index's number.</param>
    /// <param name="sentences">As many as <see cref="SentenceWords"/> says.</param>
    public void AddSentences(int term, Span<ulong> sentences)
    {
        if (view.TryGetOwn(term, out var own) && view.Segment.Postings(own) is var postings && postings.TryFind(place, out var found))
        {
            SentenceSets.AddTo(sentences, postings.SentencesOf(found.Block, found.Index));
        }
    }

    private bool TryFind(int term, out PostingPlace found)
    {
        found = default;
        return view.TryGetOwn(term, out var own) && view.Segment.Postings(own).TryFind(place, out found);
    }
}
