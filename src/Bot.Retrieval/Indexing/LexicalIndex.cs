namespace Bot.Retrieval.Indexing;

/// <summary>
/// Inverted index over the passages of one snapshot, with the terms of each sentence kept in order beside it. Immutable.
/// </summary>
internal sealed class LexicalIndex
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly string[] _terms;
    private readonly int[] _postingStarts;
    private readonly Posting[] _postings;
    private readonly float[] _textLengths;
    private readonly float[] _titleLengths;
    private readonly bool[] _isChinese;
    private readonly int[] _passageSentences;
    private readonly int[] _sentenceTermStarts;
    private readonly int[] _sentenceTerms;

    internal LexicalIndex(LexicalIndexBuilder builder)
    {
        _terms = builder.Terms;
        _ids = builder.TermIds.GetAlternateLookup<ReadOnlySpan<char>>();
        (_postingStarts, _postings) = (builder.PostingStarts, builder.Postings);
        _isChinese = builder.IsChinese;
        (_textLengths, _titleLengths) = (builder.TextLengths, builder.TitleLengths);
        (_passageSentences, _sentenceTermStarts, _sentenceTerms) = (builder.PassageSentences, builder.SentenceTermStarts, builder.SentenceTerms);
        Sounds = new(builder.Names);
        AverageTextLength = Math.Max(1, Average(_textLengths));
        AverageTitleLength = Math.Max(1, Average(_titleLengths));
    }

    public static LexicalIndex Empty { get; } = new LexicalIndexBuilder().Build();

    public int PassageCount => _textLengths.Length;

    public int TermCount => _terms.Length;

    /// <summary>The Latin names in the passages.</summary>
    public SoundIndex Sounds { get; }

    /// <summary>In terms, Han pairs left out.</summary>
    public float AverageTextLength { get; }

    public float AverageTitleLength { get; }

    public bool TryGetTerm(ReadOnlySpan<char> term, out int id) => _ids.TryGetValue(term, out id);

    public string Term(int id) => _terms[id];

    /// <summary>By passage, ascending.</summary>
    public ReadOnlySpan<Posting> Postings(int term) =>
        _postings.AsSpan(_postingStarts[term], _postingStarts[term + 1] - _postingStarts[term]);

    public float TextLength(int passage) => _textLengths[passage];

    public float TitleLength(int passage) => _titleLengths[passage];

    /// <summary>Whether most of a passage's words are Chinese.</summary>
    public bool IsChinese(int passage) => _isChinese[passage];

    /// <summary>Whether there is any passage of which <see cref="IsChinese"/> says this.</summary>
    public bool HasPassages(bool chinese) => Array.IndexOf(_isChinese, chinese) >= 0;

    public int SentenceCount(int passage) => _passageSentences[passage + 1] - _passageSentences[passage];

    /// <summary>The terms of a passage's sentence in text order, repeats kept.</summary>
    public ReadOnlySpan<int> SentenceTerms(int passage, int sentence)
    {
        var index = _passageSentences[passage] + sentence;
        return _sentenceTerms.AsSpan(_sentenceTermStarts[index], _sentenceTermStarts[index + 1] - _sentenceTermStarts[index]);
    }

    /// <summary>Whether a term stands in a passage's title or headings.</summary>
    public bool TitleContains(int passage, int term) => TryGetPosting(passage, term, out var posting) && posting.Title > 0;

    /// <summary>Whether some passage has all of some terms; there is at least one term.</summary>
    public bool HaveAll(IReadOnlyList<int> terms)
    {
        var rarest = terms.MinBy(term => Postings(term).Length);
        foreach (var posting in Postings(rarest))
        {
            if (terms.All(term => TryGetPosting(posting.Passage, term, out _)))
            {
                return true;
            }
        }
        return false;
    }

    public bool TryGetPosting(int passage, int term, out Posting posting)
    {
        var postings = Postings(term);
        var (low, high) = (0, postings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            posting = postings[middle];
            if (posting.Passage == passage)
            {
                return true;
            }
            (low, high) = posting.Passage < passage ? (middle + 1, high) : (low, middle - 1);
        }
        posting = default;
        return false;
    }

    /// <summary>How much a term says, by the number of passages it occurs in: BM25's, never negative.</summary>
    /// <param name="documentFrequency">Passages with the term.</param>
    /// <param name="background">
    /// Passages without the term that are imagined beside these. A handful of passages on one subject make the subject's
    /// own words look common; a background keeps their weight.
    /// </param>
    public double Idf(int documentFrequency, int background = 0) =>
        Math.Log(1 + ((PassageCount + background - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    private static float Average(float[] lengths) => lengths.Length == 0 ? 0 : (float)(lengths.Sum(length => (double)length) / lengths.Length);
}
