using System.Runtime.InteropServices;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Collects passages in order and makes a <see cref="LexicalIndex"/> of them. Used once, by one thread.</summary>
internal sealed class LexicalIndexBuilder
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<List<Posting>> _postingsByTerm = [];
    private readonly List<float> _textLengths = [];
    private readonly List<float> _titleLengths = [];
    private readonly List<bool> _isChinese = [];
    private readonly List<int> _passageSentences = [0];
    private readonly List<int> _sentenceTermStarts = [0];
    private readonly List<int> _sentenceTerms = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly Dictionary<int, (ushort Text, ushort Title)> _counts = [];

    // Words that some passage writes with a capital in the middle of a sentence.
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    internal Dictionary<string, int> Names => _names;

    internal Dictionary<string, int> TermIds => _ids;

    internal string[] Terms { get; private set; } = [];

    internal int[] PostingStarts { get; private set; } = [0];

    internal Posting[] Postings { get; private set; } = [];

    internal float[] TextLengths => [.. _textLengths];

    internal float[] TitleLengths => [.. _titleLengths];

    internal bool[] IsChinese => [.. _isChinese];

    internal int[] PassageSentences => [.. _passageSentences];

    internal int[] SentenceTermStarts => [.. _sentenceTermStarts];

    internal int[] SentenceTerms => [.. _sentenceTerms];

    public void Add(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        var number = _textLengths.Count;
        _counts.Clear();
        _titleLengths.Add(AddTitle(passage));
        _textLengths.Add(AddText(passage));
        foreach (var (term, (text, title)) in _counts)
        {
            _postingsByTerm[term].Add(new(number, text, title));
        }
    }

    public LexicalIndex Build()
    {
        Terms = new string[_ids.Count];
        foreach (var (term, id) in _ids)
        {
            Terms[id] = term;
        }
        PostingStarts = new int[_postingsByTerm.Count + 1];
        for (var i = 0; i < _postingsByTerm.Count; i++)
        {
            PostingStarts[i + 1] = PostingStarts[i] + _postingsByTerm[i].Count;
        }
        Postings = new Posting[PostingStarts[^1]];
        for (var i = 0; i < _postingsByTerm.Count; i++)
        {
            _postingsByTerm[i].CopyTo(Postings, PostingStarts[i]);
        }
        return new LexicalIndex(this);
    }

    private float AddTitle(Passage passage)
    {
        _occurrences.Clear();
        var sink = new OccurrenceSink(this);
        Analyzer.Analyze(passage.Document.Title, ref sink);
        foreach (var heading in passage.HeadingPath)
        {
            Analyzer.Analyze(heading, ref sink);
        }
        foreach (var occurrence in _occurrences)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, occurrence.Term, out _);
            count.Title = Increment(count.Title);
        }
        return Length();
    }

    private float AddText(Passage passage)
    {
        _occurrences.Clear();
        var sink = new OccurrenceSink(this);
        TermsOf.Text(passage.Text, ref sink);
        AddNames(passage.Text);
        foreach (var occurrence in _occurrences)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, occurrence.Term, out _);
            count.Text = Increment(count.Text);
        }
        AddSentences(passage);
        _isChinese.Add(_occurrences.Count(occurrence => occurrence.Kind == TermKind.HanUnigram) > _occurrences.Count(occurrence => occurrence.Kind == TermKind.Word));
        return Length();
    }

    private void AddNames(string text)
    {
        foreach (var occurrence in _occurrences)
        {
            if (occurrence.Kind != TermKind.Word || !char.IsAsciiLetterUpper(text[occurrence.Start]) || StartsSentence(text, occurrence.Start))
            {
                continue;
            }
            var end = occurrence.Start;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }
            if (end - occurrence.Start is > 2 and < 20)
            {
                _names.TryAdd(text[occurrence.Start..end].ToLowerInvariant(), occurrence.Term);
            }
        }
    }

    private static bool StartsSentence(string text, int position)
    {
        var before = position - 1;
        while (before >= 0 && text[before] is ' ')
        {
            before--;
        }
        return before < 0 || text[before] is '.' or '!' or '?' or '\n' or ':' or '#' or '-' or '*';
    }

    private void AddSentences(Passage passage)
    {
        // Quantities come behind the others, so put all in text order; equal places keep theirs.
        var inOrder = _occurrences.OrderBy(occurrence => occurrence.Start).ToList();
        var next = 0;
        for (var i = 0; i < passage.Sentences.Length; i++)
        {
            var end = i + 1 < passage.Sentences.Length ? passage.Sentences[i + 1].Start - passage.Span.Start : int.MaxValue;
            while (next < inOrder.Count && inOrder[next].Start < end)
            {
                _sentenceTerms.Add(inOrder[next++].Term);
            }
            _sentenceTermStarts.Add(_sentenceTerms.Count);
        }
        _passageSentences.Add(_sentenceTermStarts.Count - 1);
    }

    // Pairs overlap the characters they are made of, and quantities the words they are, so they don't make a text longer.
    private float Length() => _occurrences.Count(occurrence => occurrence.Kind is not (TermKind.HanBigram or TermKind.Quantity));

    private static ushort Increment(ushort count) => count == ushort.MaxValue ? count : (ushort)(count + 1);

    private readonly record struct Occurrence(int Term, TermKind Kind, int Start);

    private readonly struct OccurrenceSink(LexicalIndexBuilder builder) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            var lookup = builder._ids.GetAlternateLookup<ReadOnlySpan<char>>();
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, term, out var exists);
            if (!exists)
            {
                id = builder._postingsByTerm.Count;
                builder._postingsByTerm.Add([]);
            }
            builder._occurrences.Add(new(id, kind, span.Start));
        }
    }
}
