namespace Bot.Retrieval.Lexicon;

/// <summary>Reads dates that name their month: February 7, 7th of February 2024, 2024年2月7日, 2024-02-07.</summary>
internal static class CalendarDates
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Adds the date's keys; returns where it ends, or its start where there is none.</summary>
    public static int Parse(QuantityText text, int start, List<string> keys)
    {
        if (char.IsAsciiLetter(text[start]))
        {
            return MonthFirst(text, start, keys);
        }
        var value = Digits.Whole(text, start, out var end) ?? ChineseNumerals.Parse(text, start, out end);
        if (value is not { } number || end == start)
        {
            return start;
        }
        var blank = text.SkipBlanks(end);
        if (IsYear(number) && end - start == 4 && text[end] is '-' or '/' or '.')
        {
            return Numeric(text, (int)number, start, end, keys);
        }
        if (text[blank] == '年' && number is > 0 and < 2200)
        {
            return ChineseYear(text, (int)number, end - start, start, blank + 1, keys);
        }
        if (text[blank] == '月' && number is >= 1 and <= 12)
        {
            return ChineseMonth(text, null, (int)number, blank + 1, keys);
        }
        return number is >= 1 and <= 31 ? DayFirst(text, (int)number, start, end, keys) : start;
    }

    /// <summary>Whether a word may be a month, written out or short.</summary>
    public static bool StartsLikeMonth(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 9 && word[..3] is "jan" or "feb" or "mar" or "apr" or "may" or "jun" or "jul" or "aug" or "sep" or "oct" or "nov" or "dec";

    public static bool IsYear(decimal number) => number is >= 1000 and < 2200 && number == decimal.Truncate(number);

    private static int ChineseYear(QuantityText text, int year, int length, int start, int end, List<string> keys)
    {
        var next = text.SkipBlanks(end);
        var month = Digits.Whole(text, next, out var monthEnd) ?? ChineseNumerals.Parse(text, next, out monthEnd);
        var blank = text.SkipBlanks(monthEnd);
        if (month is >= 1 and <= 12 && text[blank] == '月')
        {
            keys.Add($"y:{year}");
            return ChineseMonth(text, year, (int)month, blank + 1, keys);
        }
        // 三年 is a while, 1937年 and 一九三七年 are years; 2000年前 is read both ways.
        if (length < 4 || !IsYear(year) || text[end] == '代')
        {
            return start;
        }
        keys.Add($"y:{year}");
        if (text[end] is '前' or '来' or '间' or '后')
        {
            keys.Add($"q:{year}:year");
        }
        keys.Add($"n:{year}");
        return end;
    }

    private static int ChineseMonth(QuantityText text, int? year, int month, int end, List<string> keys)
    {
        var next = text.SkipBlanks(end);
        var day = Digits.Whole(text, next, out var dayEnd) ?? ChineseNumerals.Parse(text, next, out dayEnd);
        var blank = text.SkipBlanks(dayEnd);
        if (day is >= 1 and <= 31 && text[blank] is '日' or '号')
        {
            Add(keys, year, month, (int)day);
            return blank + 1;
        }
        Add(keys, year, month, null);
        return end;
    }

    private static int Numeric(QuantityText text, int year, int start, int end, List<string> keys)
    {
        var separator = text[end];
        var month = Digits.Whole(text, end + 1, out var monthEnd);
        if (month is not (>= 1 and <= 12) || text[monthEnd] != separator)
        {
            return start;
        }
        var day = Digits.Whole(text, monthEnd + 1, out var dayEnd);
        if (day is not (>= 1 and <= 31) || char.IsAsciiDigit(text[dayEnd]))
        {
            return start;
        }
        keys.Add($"y:{year}");
        Add(keys, year, (int)month, (int)day);
        return dayEnd;
    }

    // February 7, Feb. 7th, 2024; February 2024; February
    private static int MonthFirst(QuantityText text, int start, List<string> keys)
    {
        var month = MonthAt(text, start, out var end);
        if (month == 0)
        {
            return start;
        }
        var next = text.SkipBlanks(end);
        var number = Digits.Whole(text, next, out var numberEnd);
        if (number is >= 1 and <= 31)
        {
            numberEnd += IsOrdinalSuffix(text, numberEnd) ? 2 : 0;
            if (!char.IsAsciiLetterOrDigit(text[numberEnd]))
            {
                var year = YearAt(text, numberEnd, out var yearEnd);
                Finish(keys, year, month, (int)number);
                return year is null ? numberEnd : yearEnd;
            }
        }
        var alone = YearAt(text, end, out var aloneEnd);
        if (alone is null && text.WordAt(start) is "may" or "march" && !text.IsUpper(start))
        {
            return start;
        }
        Finish(keys, alone, month, null);
        return alone is null ? end : aloneEnd;
    }

    // 7 February, 7th of February 2024
    private static int DayFirst(QuantityText text, int day, int start, int end, List<string> keys)
    {
        end += IsOrdinalSuffix(text, end) ? 2 : 0;
        var position = text.SkipBlanks(end);
        if (text.WordAt(position) is "of")
        {
            position = text.SkipBlanks(position + 2);
        }
        var month = position > end ? MonthAt(text, position, out end) : 0;
        if (month == 0)
        {
            return start;
        }
        var year = YearAt(text, end, out var yearEnd);
        Finish(keys, year, month, day);
        return year is null ? end : yearEnd;
    }

    private static int MonthAt(QuantityText text, int start, out int end)
    {
        var word = text.WordAt(start);
        end = start + word.Length;
        for (var i = 0; i < Months.Length && word.Length >= 3; i++)
        {
            var isShort = word.Length == 3 || word is "sept";
            if (isShort ? Months[i].AsSpan().StartsWith(word) : word.SequenceEqual(Months[i]))
            {
                // "mar" and "dec" are months with a number behind them only.
                var isWhole = word.Length == Months[i].Length;
                end += text[end] == '.' && !isWhole ? 1 : 0;
                return isWhole || char.IsAsciiDigit(text[text.SkipBlanks(end)]) ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static int? YearAt(QuantityText text, int start, out int end)
    {
        var position = text.SkipBlanks(start);
        position = text.SkipBlanks(position + (text[position] == ',' ? 1 : 0));
        var year = Digits.Whole(text, position, out end);
        return year is { } value && end - position == 4 && IsYear(value) && !char.IsAsciiLetterOrDigit(text[end]) && text[end] != '年' ? (int)value : null;
    }

    private static bool IsOrdinalSuffix(QuantityText text, int position) =>
        (text.At(position, "st") || text.At(position, "nd") || text.At(position, "rd") || text.At(position, "th"))
        && !char.IsAsciiLetterOrDigit(text[position + 2]);

    private static void Finish(List<string> keys, int? year, int month, int? day)
    {
        if (year is not null)
        {
            keys.Add($"y:{year}");
        }
        Add(keys, year, month, day);
    }

    private static void Add(List<string> keys, int? year, int month, int? day)
    {
        var (letter, rest) = day is null ? ('m', $"{month:00}") : ('d', $"{month:00}-{day:00}");
        keys.Add($"{letter}:{rest}");
        if (year is not null)
        {
            keys.Add($"{letter}:{year}-{rest}");
        }
    }
}
