using Bot.Retrieval.Text;

namespace Bot.Retrieval.Documents;

/// <summary>Lays out the text of a page the way browsers show it: white space collapses, blocks stand on lines of their own.</summary>
internal sealed class HtmlLayout(int capacity)
{
    private readonly MappedTextBuilder _output = new(capacity);
    private readonly List<MarkedHeading> _headings = [];
    private (int Count, int Origin) _breaks;
    private (char Character, int Origin)? _space;
    private (int Level, int? Start)? _heading;

    /// <summary>How much text there is so far.</summary>
    public int Length => _output.Length;

    public IReadOnlyList<MarkedHeading> Headings => _headings;

    public MappedText Build() => _output.Build();

    /// <summary>Text, with the raw offset of each character.</summary>
    public void Write(ReadOnlySpan<char> text, ReadOnlySpan<int> origins, bool preformatted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (preformatted && text[i] == '\n')
            {
                _space = null;
                _breaks = (_breaks.Count + 1, origins[i]);
            }
            else if (text[i] is ' ' or '\t' or '\n' or '\r' or '\f' && !preformatted)
            {
                // A tab stands between table cells and wins; a line end in the source outranks a space, since it may vanish.
                _space = _space is { Character: '\t' or '\n' } ? _space : (text[i] is '\n' or '\r' ? '\n' : ' ', origins[i]);
            }
            else
            {
                WritePending(text[i], origins[i]);
                _output.Append(text[i], origins[i]);
            }
        }
    }

    /// <summary>What follows stands on a new line; with two, behind an empty one.</summary>
    public void Break(int count, int origin)
    {
        _space = null;
        _breaks = (Math.Max(_breaks.Count, count), origin);
    }

    /// <summary>What follows stands on the next line, however often this is said.</summary>
    public void BreakAgain(int origin)
    {
        _space = null;
        _breaks = (_breaks.Count + 1, origin);
    }

    /// <summary>What follows stands in another table cell.</summary>
    public void NextCell(int origin) => _space = ('\t', origin);

    public void StartHeading(int level)
    {
        EndHeading();
        _heading = (level, null);
    }

    public void EndHeading()
    {
        if (_heading is { Start: { } start } heading)
        {
            _headings.Add(new(start, _output.Length, heading.Level));
        }
        _heading = null;
    }

    private void WritePending(char next, int nextOrigin)
    {
        if (_output.Length > 0 && _breaks.Count > 0)
        {
            for (var i = 0; i < _breaks.Count; i++)
            {
                _output.Append('\n', _breaks.Origin);
            }
        }
        else if (_output.Length > 0 && _space is var (character, origin) && !(character == '\n' && IsWide(_output.Characters[^1]) && IsWide(next)))
        {
            _output.Append(character == '\n' ? ' ' : character, Math.Min(origin, nextOrigin));
        }
        _breaks = default;
        _space = null;
        if (_heading is { Start: null } heading)
        {
            _heading = heading with { Start = _output.Length };
        }
    }

    // Chinese is written without spaces: a line end in the source between two such characters means nothing.
    private static bool IsWide(char character) =>
        Characters.IsHan(character) || character is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF60') or '“' or '”' or '…' or '—';
}
