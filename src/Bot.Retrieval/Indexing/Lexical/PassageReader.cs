using System.Runtime.InteropServices;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// Cuts one passage after the other into terms, and only then numbers a passage's terms: meanwhile their slots come from
/// memory, which is what takes longest. Used by one thread.
/// </summary>
/// <param name="terms">Numbers the terms.</param>
internal sealed class PassageReader(TermDictionaryBuilder terms)
{
    private readonly List<TermOccurrence> _occurrences = [];
    private char[] _long = new char[1024];
    private int _longCount;
    private int _titleCount;

    /// <summary>Of the last passage's title and headings.</summary>
    public Span<TermOccurrence> Title => CollectionsMarshal.AsSpan(_occurrences)[.._titleCount];

    /// <summary>Of its text: in the text's order, then quantities.</summary>
    public Span<TermOccurrence> Text => CollectionsMarshal.AsSpan(_occurrences)[_titleCount..];

    /// <summary>Reads a passage in place of the last one.</summary>
    public void Read(Passage passage)
    {
        _occurrences.Clear();
        _longCount = 0;
        var sink = new Sink(this);
        Analyzer.Analyze(passage.Document.Title, ref sink);
        foreach (var heading in passage.HeadingPath)
        {
            Analyzer.Analyze(heading, ref sink);
        }
        _titleCount = _occurrences.Count;
        TermsOf.Text(passage.Text, ref sink);
        NumberTerms();
    }

    private void NumberTerms()
    {
        ReadOnlySpan<char> rest = _long;
        foreach (ref var occurrence in CollectionsMarshal.AsSpan(_occurrences))
        {
            if (TermKey.IsWhole(occurrence.Key))
            {
                occurrence.Term = terms.GetOrAdd(occurrence.Key, []);
            }
            else
            {
                occurrence.Term = terms.GetOrAdd(occurrence.Key, rest[..occurrence.Length]);
                rest = rest[occurrence.Length..];
            }
        }
    }

    private void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
    {
        var key = TermKey.Of(term);
        terms.Announce(key);
        _occurrences.Add(new() { Key = key, Kind = kind, Start = span.Start, Length = term.Length });
        if (TermKey.IsWhole(key))
        {
            return;
        }
        if (_longCount + term.Length > _long.Length)
        {
            Array.Resize(ref _long, Math.Max(_longCount + term.Length, 2 * _long.Length));
        }
        term.CopyTo(_long.AsSpan(_longCount));
        _longCount += term.Length;
    }

    private readonly struct Sink(PassageReader reader) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span) => reader.Add(term, kind, span);
    }
}
