using System.Buffers;
using System.Collections.Immutable;

namespace Bot.Retrieval.Text;

/// <summary>Cuts one block of text where its sentences end.</summary>
internal ref struct SentenceScanner
{
    // Sentence ends inside brackets and short quotations are their own affair; longer ones are cut like other text.
    private const int LongestBracket = 160;
    private const int LongestQuotation = 60;

    // Behind so much text a semicolon ends a sentence, before that it joins two halves of one.
    private const int SemicolonWidth = 160;

    // 他问道。 and the like behind a quotation belong to it.
    private const int LongestSpeechTag = 12;

    private static readonly SearchValues<char> SpeechTagEnds = SearchValues.Create("。！？，；：.,");
    private static readonly SearchValues<char> SpeechVerbs = SearchValues.Create("说說问問道喊叫答写寫称稱");

    private readonly string _text;
    private readonly int _end;
    private readonly ImmutableArray<TextSpan>.Builder _sentences;
    private int _position;
    private int _sentenceStart;
    private int _width;
    private int _asciiQuotes;
    private int _asterisks;
    private int _enclosureStart = -1;
    private int _enclosureEnd = -1;

    public SentenceScanner(string text, TextSpan block, ImmutableArray<TextSpan>.Builder sentences)
    {
        _text = text;
        _sentences = sentences;
        _position = _sentenceStart = block.Start;
        _end = block.End;
    }

    public void Run()
    {
        while (_position < _end)
        {
            var character = _text[_position];
            if (Punctuation.IsTerminator(character))
            {
                AtTerminator();
                continue;
            }
            Count(character);
            if (_position > _enclosureEnd)
            {
                if (character is '；' or ';' or '：' or ':' && EndsAtSemicolonOrColon(character))
                {
                    Emit(_position + 1);
                    continue;
                }
                Enclose(character);
            }
            _position++;
        }
        LongSentences.Add(_text, TextSpan.FromBounds(_sentenceStart, _end), _sentences);
    }

    private void AtTerminator()
    {
        var stop = _position;
        var after = _position;
        var closed = false;
        do
        {
            while (after < _end && Punctuation.IsTerminator(_text[after]))
            {
                Count(_text[after]);
                stop = after++;
            }
            var closersEnd = SkipClosers(after);
            closed |= closersEnd > after;
            after = closersEnd;
        }
        while (after < _end && Punctuation.IsTerminator(_text[after]) && closed);
        if (EndsSentence(_position, stop, after, closed))
        {
            Emit(after);
        }
        else
        {
            _position = after;
        }
    }

    private readonly bool EndsSentence(int first, int stop, int after, bool closed)
    {
        if (first < _enclosureEnd)
        {
            if (after <= _enclosureEnd)
            {
                return false;
            }
            if (!EndsWithEnclosure(after))
            {
                return false;
            }
        }
        if (after >= _end)
        {
            return true;
        }
        var next = _text[after];
        if (Punctuation.Continues(next))
        {
            return false;
        }
        var run = _text.AsSpan(first, stop + 1 - first);
        if (run.ContainsAny("。！？｡"))
        {
            return true;
        }
        if (run is "." or "．")
        {
            return FullStop.EndsSentence(_text, _sentenceStart, stop, after, _end);
        }
        var exclaims = run.ContainsAny('!', '?');
        if (!char.IsWhiteSpace(next))
        {
            // Yahoo!奇摩 is a name; an ellipsis inside a Chinese sentence is a pause.
            return exclaims
                && (Characters.IsHan(next) || Punctuation.IsOpener(next))
                && first > _sentenceStart
                && (closed || !char.IsAsciiLetterOrDigit(_text[first - 1]));
        }
        return StartsAnew(after);
    }

    private readonly bool StartsAnew(int after)
    {
        while (after < _end && (char.IsWhiteSpace(_text[after]) || Punctuation.IsOpener(_text[after]) || _text[after] is '"' or '\'' or '*' or '_'))
        {
            after++;
        }
        return after >= _end || !char.IsLower(_text[after]);
    }

    // Whether a mark just before the end of a quotation or bracket also ends the sentence around it.
    private readonly bool EndsWithEnclosure(int after)
    {
        if (after >= _end || char.IsWhiteSpace(_text[after]))
        {
            return true;
        }
        var before = _enclosureStart - 1;
        while (before >= _sentenceStart && char.IsWhiteSpace(_text[before]))
        {
            before--;
        }
        var opener = _text[_enclosureStart];
        if (opener is '《' or '〈')
        {
            return false;
        }
        if (before < _sentenceStart)
        {
            return !IsSpeechTag(after);
        }
        return _text[before] is '：' or ':' or '，' or ',' or '。';
    }

    private readonly bool IsSpeechTag(int start)
    {
        var tail = _text.AsSpan(start, Math.Min(LongestSpeechTag, _end - start));
        var tailEnd = tail.IndexOfAny(SpeechTagEnds);
        return tailEnd > 0 && tail[..tailEnd].ContainsAny(SpeechVerbs);
    }

    private readonly bool EndsAtSemicolonOrColon(char character)
    {
        var next = _position + 1;
        while (next < _end && char.IsWhiteSpace(_text[next]))
        {
            next++;
        }
        if (next == _end)
        {
            return false;
        }
        if (_text[next] == '（' || LineMarkers.IsCircledNumber(_text[next]))
        {
            return LineMarkers.IsCircledNumber(_text[next]) || LineMarkers.BracketedLength(_text.AsSpan(next, _end - next)) > 0;
        }
        return character == '；' && _width >= SemicolonWidth;
    }

    private void Enclose(char character)
    {
        var closer = Punctuation.CloserOf(character);
        if (closer == '\0')
        {
            return;
        }
        var isQuotation = character is '「' or '『' or '“' or '‘';
        var limit = Math.Min(_end, _position + (isQuotation ? LongestQuotation : LongestBracket));
        var depth = 0;
        for (var i = _position; i < limit; i++)
        {
            if (_text[i] == character)
            {
                depth++;
            }
            else if (_text[i] == closer && --depth == 0)
            {
                (_enclosureStart, _enclosureEnd) = (_position, i);
                return;
            }
        }
    }

    private int SkipClosers(int position)
    {
        while (position < _end)
        {
            var character = _text[position];
            var closes = character switch
            {
                '"' => _asciiQuotes % 2 == 1,
                '*' => _asterisks % 2 == 1 || position + 1 == _end || _text[position + 1] is '*' or ' ',
                '\'' or '_' or '`' => position + 1 == _end || !Characters.IsWordCharacter(_text[position + 1]),
                '[' => FootnoteLength(position) > 0,
                _ => Punctuation.IsCloser(character),
            };
            if (!closes)
            {
                break;
            }
            var length = character == '[' ? FootnoteLength(position) : 1;
            for (var i = 0; i < length; i++)
            {
                Count(_text[position++]);
            }
        }
        return position;
    }

    // [12] straight behind the end of a sentence.
    private readonly int FootnoteLength(int position)
    {
        var rest = _text.AsSpan(position, Math.Min(6, _end - position));
        var close = rest.IndexOf(']');
        return close > 1 && rest[1..close].IndexOfAnyExceptInRange('0', '9') < 0 ? close + 1 : 0;
    }

    private void Count(char character)
    {
        _width += DisplayWidth.Of(character);
        _asciiQuotes += character == '"' ? 1 : 0;
        _asterisks += character == '*' ? 1 : 0;
    }

    private void Emit(int end)
    {
        LongSentences.Add(_text, TextSpan.FromBounds(_sentenceStart, end), _sentences);
        _position = end;
        while (_position < _end && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
        _sentenceStart = _position;
        (_width, _asciiQuotes, _asterisks) = (0, 0, 0);
    }
}
