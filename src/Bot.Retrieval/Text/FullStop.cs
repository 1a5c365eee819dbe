using System.Buffers;

namespace Bot.Retrieval.Text;

/// <summary>Tells a full stop that ends a sentence from the one in <c>3.14</c>, <c>Sec. 5</c>, <c>J. K. Rowling</c>, <c>_index.md</c>.</summary>
internal static class FullStop
{
    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789.");

    /// <param name="text">The text.</param>
    /// <param name="sentenceStart">Where the sentence that may end here starts.</param>
    /// <param name="stop">The full stop.</param>
    /// <param name="after">Behind the full stop and what closes with it.</param>
    /// <param name="end">Where the text that may be looked at ends.</param>
    public static bool EndsSentence(string text, int sentenceStart, int stop, int after, int end)
    {
        if (after >= end)
        {
            return true;
        }
        var token = TokenBefore(text, sentenceStart, stop);
        if (!char.IsWhiteSpace(text[after]))
        {
            return EndsBeforeHan(text, sentenceStart, stop, after, token);
        }
        var next = SkipToWord(text, after, end);
        if (next == end)
        {
            return true;
        }
        if (char.IsLower(text[next]) || IsMarker(text, sentenceStart, stop))
        {
            return false;
        }
        if (char.IsAsciiDigit(text[next]) || text[next] == '§')
        {
            return !Abbreviations.IsBeforeNumber(token) && !IsDotted(token);
        }
        if (Abbreviations.IsBeforeName(token))
        {
            return false;
        }
        if (Abbreviations.MayEndSentence(token) || IsInitial(token) || IsDotted(token))
        {
            return Characters.IsHan(text[next]) || Abbreviations.StartsSentence(WordAt(text, next, end));
        }
        return true;
    }

    // In Chinese text without spaces: 他来了.我走了. ends, J.罗琳 and 附件1.申请表 don't.
    private static bool EndsBeforeHan(string text, int sentenceStart, int stop, int after, ReadOnlySpan<char> token)
    {
        if (!Characters.IsHan(text[after]) && text[after] is not ('“' or '「' or '《' or '（'))
        {
            return false;
        }
        // 圣若望．玛达 is one name.
        if (stop == sentenceStart || text[stop] == '．')
        {
            return false;
        }
        var last = text[stop - 1];
        if (Characters.IsHan(last) || last is '”' or '」' or '》' or '）')
        {
            return true;
        }
        return token.Length >= 3
            && char.IsLower(last)
            && !IsDotted(token)
            && !Abbreviations.IsBeforeName(token)
            && !Abbreviations.IsBeforeNumber(token)
            && !Abbreviations.MayEndSentence(token);
    }

    // Back to a space or an opening mark, so that no part of an address passes for an abbreviation. The longest of those
    // is far shorter than the floor.
    private static ReadOnlySpan<char> TokenBefore(string text, int sentenceStart, int stop)
    {
        var start = stop;
        var floor = Math.Max(sentenceStart, stop - 24);
        while (start > floor && IsInToken(text[start - 1]))
        {
            start--;
        }
        return text.AsSpan(start, stop - start);
    }

    private static bool IsInToken(char character) =>
        !char.IsWhiteSpace(character)
        && !Characters.IsHan(character)
        && !Punctuation.IsOpener(character)
        && character is not ('"' or '\'' or '*' or '_' or '`' or '—' or '–' or '-' or ',' or '，' or '。' or '、' or '：');

    // "1.", "12.3.", "b.", "iv." with nothing before them in the sentence but markup.
    private static bool IsMarker(string text, int sentenceStart, int stop)
    {
        if (stop - sentenceStart > 16)
        {
            return false;
        }
        var label = text.AsSpan(sentenceStart, stop - sentenceStart).TrimStart("*_>#-+ \t[(");
        return !label.IsEmpty
            && (!label.ContainsAnyExcept(Decimal)
                || (label.Length == 1 && char.IsAsciiLetter(label[0]))
                || !label.ContainsAnyExcept('i', 'v', 'x')
                || !label.ContainsAnyExcept('I', 'V', 'X'));
    }

    private static bool IsInitial(ReadOnlySpan<char> token) => token.Length == 1 && char.IsLetter(token[0]);

    // U.S.C, Ph.D, a.m: letters in short groups.
    private static bool IsDotted(ReadOnlySpan<char> token)
    {
        var group = 0;
        var dots = 0;
        foreach (var character in token)
        {
            if (character == '.')
            {
                dots++;
                group = 0;
            }
            else if (!char.IsLetter(character) || ++group > 2)
            {
                return false;
            }
        }
        return dots > 0;
    }

    private static int SkipToWord(string text, int position, int end)
    {
        while (position < end && (char.IsWhiteSpace(text[position]) || Punctuation.IsOpener(text[position]) || text[position] is '"' or '\'' or '*' or '_' or '`'))
        {
            position++;
        }
        return position;
    }

    private static ReadOnlySpan<char> WordAt(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && stop - start < 24 && char.IsLetter(text[stop]))
        {
            stop++;
        }
        return text.AsSpan(start, stop - start);
    }
}
