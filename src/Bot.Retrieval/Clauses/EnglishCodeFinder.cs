namespace Bot.Retrieval.Clauses;

/// <summary>
/// Reads English names of codes: before a clause (<c>Cal. Civ. Code § …</c>, <c>GDPR Art. …</c>, <c>SB-1047 …</c>) and
/// behind it (<c>… of the Civil Code</c>, <c>… GDPR</c>).
/// </summary>
internal static class EnglishCodeFinder
{
    private const int MostWords = 12;
    private const int CandidateLength = 80;

    public static CodeContext Before(string source, string text, int head, bool cued)
    {
        var end = SkipBack(text, head);
        var from = Math.Max(0, end - 16);
        if (BillId.AtEndOf(text[from..end]) is { } bill)
        {
            var start = from + bill.Start;
            return new(CodeScope.Named, bill.Key, source[start..end], source[start..end], start);
        }
        var lineStart = Math.Max(0, end - CandidateLength);
        lineStart += text.AsSpan(lineStart, end - lineStart).LastIndexOf('\n') + 1;
        var candidate = lineStart < end && char.IsAsciiLetterOrDigit(text[end - 1]) ? source[lineStart..end] : null;
        var last = WordBefore(text, end);
        var word = text.AsSpan(last, end - last);
        if (EnglishCodeNames.IsAcronym(word))
        {
            return CodeContext.Named(source[last..end], candidate, last);
        }
        var kindEnd = end;
        if (cued && word.Length == 4 && int.TryParse(word, out _) && WordBefore(text, last - 1) is var earlier && earlier < last - 1)
        {
            // Data Protection Act 2018, section 5
            word = text.AsSpan(earlier, last - 1 - earlier);
            kindEnd = last - 1;
        }
        if (!EnglishCodeNames.IsKind(word) && cued && KindBefore(text, last, end) is { } kind)
        {
            return NameBefore(source, text, kind, end, candidate, head);
        }
        if (!EnglishCodeNames.IsKind(word))
        {
            return UnionLaw(source, text, last, end, candidate) ?? CodeContext.Nothing(head, candidate);
        }
        return NameBefore(source, text, WordBefore(text, kindEnd), end, candidate, head);
    }

    public static CodeContext After(string source, string text, int end)
    {
        var next = Scan.SpacesOrLineEnd(text, end);
        if (next == end)
        {
            return CodeContext.Nothing(end);
        }
        var joined = false;
        if (Scan.At(text, end) == ',')
        {
            next = Scan.SpacesOrLineEnd(text, end + 1);
        }
        foreach (var word in (ReadOnlySpan<string>)["of", "in", "under", "from"])
        {
            if (Scan.Word(text, next, word))
            {
                (next, joined) = (Scan.SpacesOrLineEnd(text, next + word.Length), true);
                break;
            }
        }
        var wordEnd = WordEnd(text, next);
        if (EnglishCodeNames.IsAcronym(text.AsSpan(next, wordEnd - next)))
        {
            return CodeContext.Named(source[next..wordEnd], null, wordEnd);
        }
        if (!joined)
        {
            return CodeContext.Nothing(end);
        }
        if (Scan.Word(text, next, "this") && WordEnd(text, Scan.Spaces(text, next + 4)) is var own && own > next + 5
            && EnglishCodeNames.IsKind(text.AsSpan(next + 5, own - next - 5)))
        {
            return new(CodeScope.Own, null, null, null, own);
        }
        next = Scan.Word(text, next, "the") ? Scan.SpacesOrLineEnd(text, next + 3) : next;
        if (TryTitle(text, next, out var title, out var titleEnd))
        {
            return new(CodeScope.Named, title + " usc", title + " U.S.C.", null, titleEnd);
        }
        return NameAfter(source, text, next, end);
    }

    private static CodeContext NameAfter(string source, string text, int start, int clauseEnd)
    {
        if (BillAt(text, start) is { } bill)
        {
            return new(CodeScope.Named, bill.Key, source[start..bill.End], null, bill.End);
        }
        var (position, kindEnd, count, capital) = (start, -1, 0, false);
        while (count < MostWords && WordEnd(text, position) is var wordEnd && wordEnd > position)
        {
            var word = text.AsSpan(position, wordEnd - position);
            var isCapital = char.IsAsciiLetterUpper(word[0]);
            capital |= isCapital;
            if (EnglishCodeNames.IsAcronym(word))
            {
                kindEnd = wordEnd;
            }
            else if (EnglishCodeNames.IsKind(word.TrimEnd('.')))
            {
                // Alone it doesn't say which: "of the Act".
                kindEnd = count > 0 || Continues(text, wordEnd) ? wordEnd : kindEnd;
                if (count == 0 && kindEnd < 0 && word.StartsWith("const", StringComparison.OrdinalIgnoreCase))
                {
                    return CodeContext.Named(source[position..wordEnd].TrimEnd('.'), null, wordEnd);
                }
                if (count == 0 && kindEnd < 0)
                {
                    return new(CodeScope.Earlier, null, null, null, wordEnd);
                }
                if (word[^1] == '.')
                {
                    break;
                }
            }
            else if (kindEnd >= 0 && (char.IsAsciiDigit(word[0]) || word[0] == '('))
            {
                kindEnd = wordEnd;
            }
            else if (kindEnd >= 0 && isCapital && capital)
            {
                kindEnd = wordEnd;
            }
            else if (!isCapital && !EnglishCodeNames.IsConnector(word) && (capital || kindEnd >= 0 || count > 3 || EnglishCodeNames.IsStop(word)))
            {
                break;
            }
            (position, count) = (Scan.Spaces(text, wordEnd, 1), count + 1);
            if (position == wordEnd || (word[^1] == '.' && word.Length > 6))
            {
                break;
            }
        }
        return kindEnd < 0
            ? CodeContext.Nothing(clauseEnd)
            : CodeContext.Named(source[start..kindEnd].TrimEnd('.', ','), null, kindEnd);
    }

    // Regulation (EU) 2016/679, Treaty on European Union, Constitution of Japan, Code of Civil Procedure.
    private static bool Continues(string text, int kindEnd)
    {
        var next = Scan.Spaces(text, kindEnd, 1);
        if (next == kindEnd)
        {
            return false;
        }
        var wordEnd = WordEnd(text, next);
        var word = text.AsSpan(next, wordEnd - next);
        if (word.IsEmpty || word[0] == '(')
        {
            return !word.IsEmpty;
        }
        next = Scan.Spaces(text, wordEnd, 1);
        next = Scan.Word(text, next, "the") ? Scan.Spaces(text, next + 3, 1) : next;
        // Directive 95/46/EC
        if (char.IsAsciiDigit(word[0]) && word.Contains('/'))
        {
            return true;
        }
        return EnglishCodeNames.IsConnector(word) && char.IsAsciiLetterUpper(Scan.At(text, next));
    }

    private static CodeContext NameBefore(string source, string text, int kind, int end, string? candidate, int head)
    {
        var capital = char.IsAsciiLetterUpper(text[kind]);
        var (start, position) = (kind, kind);
        for (var count = 0; count < MostWords && position > 0 && text[position - 1] == ' '; count++)
        {
            var wordStart = WordBefore(text, position - 1);
            var word = text.AsSpan(wordStart, position - 1 - wordStart);
            if (word.IsEmpty || (EnglishCodeNames.IsStop(word) && !EnglishCodeNames.IsConnector(word)))
            {
                break;
            }
            if (EnglishCodeNames.IsConnector(word) ? !capital && !word.SequenceEqual("&") : capital != char.IsAsciiLetterUpper(word[0]))
            {
                break;
            }
            position = wordStart;
            start = EnglishCodeNames.IsConnector(word) ? start : wordStart;
            if (!capital && count == 2)
            {
                break;
            }
        }
        if (start < kind || end - kind > 12)
        {
            return CodeContext.Named(source[start..end], candidate, start);
        }
        var before = WordBefore(text, Math.Max(0, kind - 1));
        var determiner = text.AsSpan(before, Math.Max(0, kind - 1 - before));
        return determiner.Equals("this", StringComparison.OrdinalIgnoreCase)
            ? new(CodeScope.Own, null, null, candidate, before)
            : new(CodeScope.Earlier, null, null, candidate, kind);
    }

    // Code of Civil Procedure, Treaty on European Union
    private static int? KindBefore(string text, int last, int end)
    {
        var position = last;
        for (var count = 0; count < MostWords && position > 1 && text[position - 1] == ' ' && end > last; count++)
        {
            var start = WordBefore(text, position - 1);
            var word = text.AsSpan(start, position - 1 - start);
            var connects = EnglishCodeNames.IsConnector(word);
            if (word.IsEmpty || (!connects && !char.IsAsciiLetterUpper(word[0])) || !char.IsAsciiLetterUpper(text[last]))
            {
                return null;
            }
            if (EnglishCodeNames.IsKind(word))
            {
                return EnglishCodeNames.IsConnector(text.AsSpan(position, WordEnd(text, position) - position)) ? start : null;
            }
            position = start;
        }
        return null;
    }

    // Regulation (EU) 2016/679
    private static CodeContext? UnionLaw(string source, string text, int number, int end, string? candidate)
    {
        var from = Math.Max(0, number - 17);
        var kind = text.AsSpan(from, number - from).LastIndexOfAny('R', 'D');
        return text.AsSpan(number, end - number).Contains('/') && kind >= 0
            && (Scan.Word(text, from + kind, "Regulation") || Scan.Word(text, from + kind, "Directive"))
            ? CodeContext.Named(source[(from + kind)..end], candidate, from + kind)
            : null;
    }

    // Over spaces, a comma, 's.
    private static int SkipBack(string text, int head)
    {
        var end = head;
        while (end > 0 && head - end < 3 && text[end - 1] is ' ' or ',')
        {
            end--;
        }
        return end > 2 && text[end - 1] == 's' && text[end - 2] == '\'' ? end - 2 : end;
    }

    private static bool TryTitle(string text, int position, out string title, out int end)
    {
        (title, end) = ("", position);
        if (!Scan.Word(text, position, "title"))
        {
            return false;
        }
        var digits = Scan.Spaces(text, position + 5);
        end = Scan.Digits(text, digits, 2);
        title = text[digits..end];
        if (end == digits || Scan.IsWord(Scan.At(text, end)))
        {
            return false;
        }
        foreach (var tail in (ReadOnlySpan<string>)[", United States Code", " of the United States Code", ", U.S.C.", " U.S.C."])
        {
            if (Scan.StartsWith(text, end, tail))
            {
                end += tail.Length;
                break;
            }
        }
        return true;
    }

    private static (string Key, int End)? BillAt(string text, int start)
    {
        var end = start;
        while (end - start < 12 && (Scan.IsWord(Scan.At(text, end)) || (Scan.At(text, end) is '-' or ' ' or '.' && Scan.IsWord(Scan.At(text, end + 1)))))
        {
            end++;
            if (char.IsAsciiDigit(text[end - 1]) && !Scan.IsWord(Scan.At(text, end)))
            {
                return BillId.AtEndOf(text[start..end]) is { Start: 0 } bill ? (bill.Key, end) : null;
            }
        }
        return null;
    }

    private static int WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 24 && IsNamePart(text[start - 1]))
        {
            start--;
        }
        return start;
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 24 && IsNamePart(text[end]))
        {
            end++;
        }
        foreach (var union in (ReadOnlySpan<string>)["(EU)", "(EC)", "(EEC)", "(UK)"])
        {
            if (Scan.StartsWith(text, start, union))
            {
                return start + union.Length;
            }
        }
        // A sentence's last full stop isn't the word's.
        return end > start + 1 && text[end - 1] == '.' && !Scan.StartsWith(text, end, " ") ? end - 1 : end;
    }

    private static bool IsNamePart(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '&' or '\'' or '-' or '/' || (character > '\u00BF' && char.IsLetter(character) && !Text.Characters.IsHan(character));
}
