using Bot.Retrieval.Analysis;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Collects passages in order and makes a segment of them. Used once, by one thread.</summary>
internal sealed class PassageCollector : IDisposable
{
    private readonly TermDictionaryBuilder _terms = new();
    private readonly PassageReader _reader;
    private readonly PostingPool _pool = new();
    private readonly NameTableBuilder _names = new();
    private readonly List<int> _textLengths = [];
    private readonly List<int> _titleLengths = [];
    private readonly List<int> _sentences = [];
    private readonly List<bool> _isChinese = [];
    private readonly List<int> _found = [];
    private int[] _sentencesOfTerm = new int[64];
    private readonly ByteWriter _posting = new();
    private readonly GrowingMemory<TermState> _states = new(1024);

    public PassageCollector() => _reader = new(_terms);

    public void Dispose()
    {
        _terms.Dispose();
        _pool.Dispose();
        _names.Dispose();
        _states.Dispose();
    }

    public void Add(Passage passage)
    {
        _reader.Read(passage);
        AnnounceTerms();
        _found.Clear();
        _titleLengths.Add(AddTitle());
        _textLengths.Add(AddText(passage));
        var place = _sentences.Count;
        _sentences.Add(passage.Sentences.Length);
        foreach (var term in _found)
        {
            WritePosting(term, place);
        }
    }

    public LexicalSegment Build()
    {
        var fields = new PassageFields(_textLengths.ToArray(), _titleLengths.ToArray(), _sentences.ToArray(), _isChinese.ToArray());
        _terms.Seal();
        // Packing makes long lists of postings shorter than they were collected; each list gets a few bytes before it.
        const int Before = 4;
        var writer = fields.NewWriter((int)Math.Min(Array.MaxLength, _pool.Written + ((long)Before * _terms.Count)));
        var starts = new int[_terms.Count];
        var buffer = new PostingBuffer();
        var bytes = new ByteWriter();
        for (var term = 0; term < starts.Length; term++)
        {
            starts[term] = writer.Bytes.Length;
            bytes.Clear();
            _pool.CopyTo(bytes, _states[term].Chain);
            Read(bytes.Written, buffer);
            writer.Write(buffer);
        }
        return new(_terms.Build(), fields, starts, writer.Bytes.Detach(), _names.Build());
    }

    private void AnnounceTerms()
    {
        if (_terms.Count > _states.Length)
        {
            _states.Grow(_terms.Count);
        }
        foreach (var occurrence in _reader.Title)
        {
            CacheHint.WillNeed(in _states[occurrence.Term]);
        }
        foreach (var occurrence in _reader.Text)
        {
            CacheHint.WillNeed(in _states[occurrence.Term]);
        }
    }

    private int AddTitle()
    {
        var length = 0;
        foreach (var occurrence in _reader.Title)
        {
            StateOf(occurrence.Term).Title++;
            length += IsCounted(occurrence.Kind) ? 1 : 0;
        }
        return length;
    }

    private int AddText(Passage passage)
    {
        AddNames(passage.Text);
        var (length, han, words) = (0, 0, 0);
        var occurrences = _reader.Text;
        for (var i = 0; i < occurrences.Length; i++)
        {
            ref var state = ref StateOf(occurrences[i].Term);
            occurrences[i].Before = state.Text++ == 0 ? -1 : state.Last;
            state.Last = i;
            length += IsCounted(occurrences[i].Kind) ? 1 : 0;
            han += occurrences[i].Kind == TermKind.HanUnigram ? 1 : 0;
            words += occurrences[i].Kind == TermKind.Word ? 1 : 0;
        }
        NumberSentences(passage, occurrences);
        _isChinese.Add(han > words);
        return length;
    }

    // The terms come in text order, but for quantities, which come behind the others in an order of their own.
    private static void NumberSentences(Passage passage, Span<TermOccurrence> occurrences)
    {
        var sentences = passage.Sentences;
        var sentence = 0;
        foreach (ref var occurrence in occurrences)
        {
            var start = occurrence.Start + passage.Span.Start;
            while (sentence > 0 && start < sentences[sentence].Start)
            {
                sentence--;
            }
            while (sentence + 1 < sentences.Length && start >= sentences[sentence + 1].Start)
            {
                sentence++;
            }
            occurrence.Sentence = sentence;
        }
    }

    private ref TermState StateOf(int term)
    {
        ref var state = ref _states[term];
        if (state is { Text: 0, Title: 0 })
        {
            _found.Add(term);
            _pool.Announce(state.Chain);
        }
        return ref state;
    }

    private void WritePosting(int term, int place)
    {
        ref var state = ref _states[term];
        // Most are so.
        if (state is { Text: 1, Title: 0 } && SentenceSets.TryCode(_reader.Text[state.Last].Sentence, out var sentence))
        {
            var (bytes, count) = PostingCode.Plain(place - state.Place);
            _pool.Append(ref state.Chain, bytes | ((ulong)sentence << (8 * count)), count + 1);
        }
        else
        {
            WriteCounted(ref state, place);
        }
        (state.Place, state.Text, state.Title) = (place, 0, 0);
    }

    private void WriteCounted(ref TermState state, int place)
    {
        _posting.Clear();
        PostingCode.Write(place - state.Place, Math.Min(state.Text, ushort.MaxValue), Math.Min(state.Title, ushort.MaxValue), _posting);
        SentenceSets.Write(SentencesOf(state), _posting);
        _pool.Append(ref state.Chain, _posting.Written);
    }

    // They come latest first, and repeat.
    private ReadOnlySpan<int> SentencesOf(TermState state)
    {
        if (state.Text > _sentencesOfTerm.Length)
        {
            _sentencesOfTerm = new int[2 * state.Text];
        }
        var occurrences = _reader.Text;
        var start = _sentencesOfTerm.Length;
        var ascends = true;
        for (var i = state.Text == 0 ? -1 : state.Last; i >= 0; i = occurrences[i].Before)
        {
            var sentence = occurrences[i].Sentence;
            if (start == _sentencesOfTerm.Length || _sentencesOfTerm[start] != sentence)
            {
                ascends &= start == _sentencesOfTerm.Length || sentence < _sentencesOfTerm[start];
                _sentencesOfTerm[--start] = sentence;
            }
        }
        var sentences = _sentencesOfTerm.AsSpan(start);
        // Quantities may be read in another order than they are written.
        return ascends ? sentences : sentences.ToArray().Distinct().Order().ToArray();
    }

    private static void Read(ReadOnlySpan<byte> bytes, PostingBuffer buffer)
    {
        buffer.Clear();
        var place = 0;
        for (var position = 0; position < bytes.Length;)
        {
            var (distance, text, title) = PostingCode.Read(bytes, ref position);
            place += distance;
            buffer.Add(place, text, title);
            var length = SentenceSets.Skip(bytes[position..], 1);
            buffer.Sentences.Write(bytes.Slice(position, length));
            position += length;
        }
    }

    private void AddNames(string text)
    {
        var rank = 0;
        Span<char> name = stackalloc char[128];
        foreach (var occurrence in _reader.Text)
        {
            if (occurrence.Kind != TermKind.Word || !LatinNames.TryRead(text, occurrence.Start, name, out var length))
            {
                continue;
            }
            name[length++] = ' ';
            var term = _terms[occurrence.Term];
            term.CopyTo(name[length..]);
            if (_names.Add(name[..(length + term.Length)], occurrence.Term, new(_sentences.Count, rank)))
            {
                rank++;
            }
        }
    }

    // Pairs overlap the characters they are made of, and quantities the words they are, so they don't make a text longer.
    private static bool IsCounted(TermKind kind) => kind is not (TermKind.HanBigram or TermKind.Quantity);

    // Of the passage that is being read, but for the postings so far and the place of the last of them.
    private struct TermState
    {
        public PostingChain Chain;
        public int Place;
        public int Text;
        public int Title;
        public int Last;
    }
}
