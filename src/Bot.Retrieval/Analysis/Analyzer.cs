using System.Globalization;
using System.Text;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>
/// Cuts text into the terms that are matched: Han characters and their pairs, stemmed words, numbers, identifiers.
/// Questions and documents go through the same analysis.
/// </summary>
internal static class Analyzer
{
    private const int LongestWord = 64;

    public static void Analyze<TSink>(string text, ref TSink sink)
        where TSink : ITermSink
    {
        var folded = TextFolder.Fold(text);
        Analyze(text, folded, ref sink);
    }

    public static void Analyze<TSink>(string source, FoldedText folded, ref TSink sink)
        where TSink : ITermSink
    {
        var text = folded.Text;
        var position = 0;
        while (position < text.Length)
        {
            var character = text[position];
            if (Characters.IsHan(character))
            {
                position = AddHan(folded, position, ref sink);
            }
            else if (char.IsLetterOrDigit(character))
            {
                position = AddWord(source, folded, position, ref sink);
            }
            else
            {
                position++;
            }
        }
    }

    private static int AddHan<TSink>(FoldedText folded, int start, ref TSink sink)
        where TSink : ITermSink
    {
        var text = folded.Text;
        var position = start;
        while (position < text.Length && Characters.IsHan(text[position]))
        {
            sink.Add(text.AsSpan(position, 1), TermKind.HanUnigram, folded.ToSource(new(position, 1)));
            if (position + 1 < text.Length && Characters.IsHan(text[position + 1]))
            {
                sink.Add(text.AsSpan(position, 2), TermKind.HanBigram, folded.ToSource(new(position, 2)));
            }
            position++;
        }
        return position;
    }

    private static int AddWord<TSink>(string source, FoldedText folded, int start, ref TSink sink)
        where TSink : ITermSink
    {
        var text = folded.Text;
        var end = WordEnd(text, start);
        var kind = KindOf(text.AsSpan(start, end - start));
        var span = folded.ToSource(TextSpan.FromBounds(start, end));
        switch (kind)
        {
            case TermKind.Number:
                AddNumber(text.AsSpan(start, end - start), span, ref sink);
                break;
            case TermKind.Identifier:
                AddPlain(text.AsSpan(start, end - start), kind, span, ref sink);
                AddParts(folded, start, end, ref sink);
                break;
            default:
                AddStem(text.AsSpan(start, end - start), span, ref sink);
                break;
        }
        if (kind == TermKind.Word && end - start <= 6)
        {
            AddJoined(source, folded, start, end, ref sink);
        }
        return end;
    }

    // SB-1047 and SB 1047 are SB1047: a short word in capitals or with a hyphen, and the number behind it.
    private static void AddJoined<TSink>(string source, FoldedText folded, int start, int end, ref TSink sink)
        where TSink : ITermSink
    {
        var text = folded.Text;
        if (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]))
        {
            return;
        }
        var hyphen = text[end] is '-' or '‐' or '‑' or '–';
        if (!hyphen && !(text[end] == ' ' && IsCode(source.AsSpan(folded.Origins[start], folded.Origins[end] - folded.Origins[start]))))
        {
            return;
        }
        var numberEnd = WordEnd(text, end + 1);
        Span<char> joined = stackalloc char[LongestWord];
        var length = end - start + numberEnd - end - 1;
        if (length > LongestWord)
        {
            return;
        }
        text.AsSpan(start, end - start).CopyTo(joined);
        text.AsSpan(end + 1, numberEnd - end - 1).CopyTo(joined[(end - start)..]);
        sink.Add(joined[..length], TermKind.Identifier, folded.ToSource(TextSpan.FromBounds(start, numberEnd)));
    }

    private static bool IsCode(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsUpper(character))
            {
                return false;
            }
        }
        return word.Length is >= 1 and <= 5;
    }

    private static void AddParts<TSink>(FoldedText folded, int start, int end, ref TSink sink)
        where TSink : ITermSink
    {
        var text = folded.Text;
        var position = start;
        while (position < end)
        {
            var partStart = position;
            var digits = char.IsDigit(text[position]);
            while (position < end && char.IsLetterOrDigit(text[position]) && char.IsDigit(text[position]) == digits)
            {
                position++;
            }
            if (position == partStart)
            {
                position++;
                continue;
            }
            var part = text.AsSpan(partStart, position - partStart);
            var span = folded.ToSource(TextSpan.FromBounds(partStart, position));
            if (digits)
            {
                AddNumber(part, span, ref sink);
            }
            else
            {
                AddStem(part, span, ref sink);
            }
        }
    }

    // Letters and digits; a point or comma between digits, an apostrophe between letters.
    private static int WordEnd(string text, int start)
    {
        var position = start;
        while (position < text.Length)
        {
            var character = text[position];
            if (Characters.IsWordCharacter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                position++;
                continue;
            }
            var joins = position + 1 < text.Length && character switch
            {
                '.' => char.IsAsciiDigit(text[position - 1]) && char.IsAsciiDigit(text[position + 1]),
                ',' => IsThousands(text, position),
                '\'' or '’' => char.IsLetter(text[position - 1]) && char.IsLetter(text[position + 1]) && !Characters.IsHan(text[position + 1]),
                _ => false,
            };
            if (!joins)
            {
                return position;
            }
            position++;
        }
        return position;
    }

    private static bool IsThousands(string text, int comma) =>
        char.IsAsciiDigit(text[comma - 1])
        && comma + 3 < text.Length
        && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));

    private static TermKind KindOf(ReadOnlySpan<char> word)
    {
        var digits = false;
        var letters = false;
        foreach (var character in word)
        {
            digits |= char.IsDigit(character);
            letters |= char.IsLetter(character);
        }
        return (digits, letters) switch
        {
            (true, true) => TermKind.Identifier,
            (true, false) => TermKind.Number,
            _ => TermKind.Word,
        };
    }

    private static void AddNumber<TSink>(ReadOnlySpan<char> number, TextSpan span, ref TSink sink)
        where TSink : ITermSink
    {
        Span<char> digits = stackalloc char[LongestWord];
        var length = 0;
        foreach (var character in number)
        {
            if (character != ',' && length < LongestWord)
            {
                digits[length++] = character;
            }
        }
        sink.Add(digits[..length], TermKind.Number, span);
    }

    private static void AddPlain<TSink>(ReadOnlySpan<char> word, TermKind kind, TextSpan span, ref TSink sink)
        where TSink : ITermSink =>
        sink.Add(word.Length > LongestWord ? word[..LongestWord] : word, kind, span);

    private static void AddStem<TSink>(ReadOnlySpan<char> word, TextSpan span, ref TSink sink)
        where TSink : ITermSink
    {
        if (word.Length > LongestWord)
        {
            word = word[..LongestWord];
        }
        if (!Ascii.IsValid(word))
        {
            sink.Add(EnglishStemmer.Stem(WithoutMarks(word)), TermKind.Word, span);
            return;
        }
        Span<char> stem = stackalloc char[LongestWord];
        word.CopyTo(stem);
        sink.Add(stem[..EnglishStemmer.Stem(stem[..word.Length])], TermKind.Word, span);
    }

    // Ogród and Ogrod are one word to those who have no ó on their keyboard.
    private static string WithoutMarks(ReadOnlySpan<char> word)
    {
        var text = word.ToString().Replace('’', '\'');
        if (Ascii.IsValid(text))
        {
            return text;
        }
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(character);
            }
        }
        return plain.ToString();
    }
}
