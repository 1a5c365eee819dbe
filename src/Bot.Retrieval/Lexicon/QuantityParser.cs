using System.Globalization;

namespace Bot.Retrieval.Lexicon;

/// <summary>Reads the one quantity that starts at a place.</summary>
internal static class QuantityParser
{
    /// <summary>Adds the quantity's keys; returns where it ends, or its start where there is none.</summary>
    public static int Parse(QuantityText text, int start, List<string> keys)
    {
        if (text[start] is '第')
        {
            return ChineseOrdinal(text, start, keys);
        }
        var end = CalendarDates.Parse(text, start, keys);
        if (end > start)
        {
            return end;
        }
        end = Idiom(text, start, keys);
        if (end > start)
        {
            return end;
        }
        var currency = QuantityUnits.CurrencyAt(text, start, out var numberStart);
        if (currency is not null && char.IsAsciiDigit(text[numberStart]))
        {
            return InDigits(text, start, numberStart, currency, keys);
        }
        if (char.IsAsciiDigit(text[start]))
        {
            return InDigits(text, start, start, null, keys);
        }
        return char.IsAsciiLetter(text[start]) ? InEnglish(text, start, keys) : InChinese(text, start, keys);
    }

    private static int ChineseOrdinal(QuantityText text, int start, List<string> keys)
    {
        var position = text.SkipBlanks(start + 1);
        var value = Digits.Parse(text, position, out var end) ?? ChineseNumerals.Parse(text, position, out end);
        if (value is null || end == position)
        {
            return start;
        }
        keys.Add($"o:{Write(value.Value)}");
        return end;
    }

    // 一半, half, once, twice, 百分之十四, 三分之一
    private static int Idiom(QuantityText text, int start, List<string> keys)
    {
        switch (text.WordAt(start))
        {
            case "half": keys.Add("f:1/2"); return start + 4;
            case "once": keys.Add("q:1:time"); return start + 4;
            case "twice": keys.Add("q:2:time"); return start + 5;
            case "thrice": keys.Add("q:3:time"); return start + 6;
        }
        if (text.At(start, "一半"))
        {
            keys.Add("f:1/2");
            return start + 2;
        }
        if (text.At(start, "半数"))
        {
            keys.Add("f:1/2");
            return start + 2;
        }
        var whole = 100m;
        var end = start + 1;
        if (!text.At(start, "百分之"))
        {
            whole = ChineseNumerals.Parse(text, start, out end) ?? 0;
            if (whole == 0 || !text.At(end, "分之"))
            {
                return start;
            }
        }
        var position = text.SkipBlanks(end + 2);
        var part = Digits.Parse(text, position, out var partEnd) ?? ChineseNumerals.Parse(text, position, out partEnd) ?? Hundred(text, position, out partEnd);
        if (part is null)
        {
            return start;
        }
        keys.Add(whole == 100 ? $"q:{Write(part.Value)}:percent" : $"f:{Write(part.Value)}/{Write(whole)}");
        return partEnd;
    }

    // 百分之百
    private static decimal? Hundred(QuantityText text, int position, out int end)
    {
        end = position + 1;
        return text[position] == '百' ? 100 : null;
    }

    private static int InDigits(QuantityText text, int start, int numberStart, string? currency, List<string> keys)
    {
        // Inside a word or a version it is part of a name: SB1047, v2.
        if (currency is null && (char.IsAsciiLetter(text[start - 1]) || (text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]))))
        {
            return SkipDigits(text, start);
        }
        if (Digits.Parse(text, numberStart, out var end) is not { } value)
        {
            return SkipDigits(text, Math.Max(end, numberStart));
        }
        var isPlain = end - numberStart == 4;
        var scaleStart = text.SkipBlanks(end);
        var scale = IsThousandUnit(text, scaleStart) ? 1 : ChineseNumerals.ScaleAt(text, scaleStart, out scaleStart);
        if (scale > 1)
        {
            (value, end, isPlain) = (value * scale, scaleStart, false);
            // 1亿2000万
            while (Digits.Parse(text, end, out var moreEnd) is { } more
                && ChineseNumerals.ScaleAt(text, moreEnd, out var moreScaleEnd) is var smaller && smaller > 1 && smaller < scale)
            {
                (value, end, scale) = (value + (more * smaller), moreScaleEnd, smaller);
            }
        }
        else
        {
            var position = text.SkipJoint(end);
            var word = text.WordAt(position);
            var factor = ScaleWord(word, currency is not null);
            if (factor > 1)
            {
                (value, end, isPlain) = (value * factor, position + word.Length, false);
            }
            else if (AfterDigits(text, value, isPlain, ref end, keys))
            {
                return end;
            }
        }
        return Finish(text, value, isPlain, currency, end, keys);
    }

    // 3rd, 20th century, 1990s, 1990年代, 20世纪
    private static bool AfterDigits(QuantityText text, decimal value, bool isPlain, ref int end, List<string> keys)
    {
        var suffix = text[end] is 's' or 't' or 'n' or 'r' ? text.At(end, "st") || text.At(end, "nd") || text.At(end, "rd") || text.At(end, "th") : false;
        if (suffix && !char.IsAsciiLetterOrDigit(text[end + 2]))
        {
            end += 2;
            Ordinal(text, value, ref end, keys);
            return true;
        }
        var decade = text[end] == 's' || text.At(end, "'s") || text.At(end, "年代");
        if (decade && isPlain && CalendarDates.IsYear(value) && !char.IsAsciiLetter(text[end + (text[end] == 's' ? 1 : 2)]))
        {
            keys.Add($"dec:{Write(value)}");
            end += text[end] == 's' ? 1 : 2;
            return true;
        }
        var position = text.SkipBlanks(end);
        if (text.At(position, "世纪") && value is > 0 and < 100)
        {
            Century(text, value, position + 2, out end, keys);
            return true;
        }
        return false;
    }

    private static int InEnglish(QuantityText text, int start, List<string> keys)
    {
        if (EnglishNumerals.Parse(text, start, out var end, out var isOrdinal) is not { } value)
        {
            return start;
        }
        if (isOrdinal)
        {
            Ordinal(text, value, ref end, keys);
            return end;
        }
        var next = text.SkipJoint(end);
        var word = text.WordAt(next);
        if (Denominator(word) is var denominator and > 0 && value < denominator)
        {
            keys.Add($"f:{Write(value)}/{denominator}");
            return next + word.Length;
        }
        var unit = QuantityUnits.At(text, end, out var unitEnd);
        // "one" alone is a pronoun.
        if (value == 1 && unit is null)
        {
            return start;
        }
        return Finish(text, value, isPlain: false, null, end, keys, unit, unitEnd);
    }

    private static int InChinese(QuantityText text, int start, List<string> keys)
    {
        if (ChineseNumerals.Parse(text, start, out var end) is not { } value)
        {
            return start;
        }
        var position = text.SkipBlanks(end);
        if (text.At(position, "世纪") && value is > 0 and < 100)
        {
            Century(text, value, position + 2, out end, keys);
            return end;
        }
        if (text.At(end, "年代") && CalendarDates.IsYear(value))
        {
            keys.Add($"dec:{Write(value)}");
            return end + 2;
        }
        var unit = QuantityUnits.At(text, end, out var unitEnd);
        // One character is as often part of a word: 一般, 三明治.
        if (unit is null && end - start == 1 && (!IsClassifier(text[end]) || text.At(start, "十分")))
        {
            return start;
        }
        return Finish(text, value, isPlain: false, null, end, keys, unit, unitEnd);
    }

    private static int Finish(
        QuantityText text, decimal value, bool isPlain, string? currency, int end, List<string> keys, string? unit = null, int unitEnd = 0)
    {
        unit ??= QuantityUnits.At(text, end, out unitEnd);
        if (currency is not null && (unit is null || unit != currency))
        {
            (unit, unitEnd) = (currency, end);
        }
        if (unit is null && char.IsAsciiLetter(text[end]))
        {
            // 22603b
            return end;
        }
        if (unit is null && isPlain && CalendarDates.IsYear(value))
        {
            keys.Add($"y:{Write(value)}");
        }
        if (unit is not null)
        {
            keys.Add($"q:{Write(value)}:{unit}");
        }
        keys.Add($"n:{Write(value)}");
        return unit is null ? end : unitEnd;
    }

    private static void Ordinal(QuantityText text, decimal value, ref int end, List<string> keys)
    {
        var next = text.SkipJoint(end);
        if (text.WordAt(next) is "century" or "centuries")
        {
            keys.Add($"c:{Write(value)}");
            end = next + text.WordAt(next).Length;
            return;
        }
        keys.Add($"o:{Write(value)}");
    }

    // 20世纪90年代 is the 1990s.
    private static void Century(QuantityText text, decimal century, int behind, out int end, List<string> keys)
    {
        end = behind;
        keys.Add($"c:{Write(century)}");
        var decade = Digits.Whole(text, behind, out var decadeEnd) ?? ChineseNumerals.Parse(text, behind, out decadeEnd);
        if (decade is >= 10 and < 100 && decade % 10 == 0 && text.At(decadeEnd, "年代"))
        {
            keys.Add($"dec:{Write(((century - 1) * 100) + decade.Value)}");
            end = decadeEnd + 2;
        }
    }

    // "$5m" is five million, "5 m" five metres.
    private static decimal ScaleWord(ReadOnlySpan<char> word, bool isMoney) => word switch
    {
        "k" when isMoney => 1000,
        "m" when isMoney => 1_000_000,
        "b" when isMoney => 1_000_000_000,
        _ => EnglishNumerals.ScaleOf(word),
    };

    private static int Denominator(ReadOnlySpan<char> word) => word switch
    {
        "half" or "halves" => 2,
        "third" or "thirds" => 3,
        "quarter" or "quarters" or "fourth" or "fourths" => 4,
        "fifth" or "fifths" => 5,
        "sixth" or "sixths" => 6,
        "eighth" or "eighths" => 8,
        "tenth" or "tenths" => 10,
        _ => 0,
    };

    // 5千克 is five kilograms, not five thousand grams.
    private static bool IsThousandUnit(QuantityText text, int position) =>
        text[position] == '千' && text[position + 1] is '克' or '米' or '瓦';

    private static bool IsClassifier(char character) => character is
        '个' or '件' or '只' or '条' or '张' or '本' or '部' or '篇' or '座' or '支' or '台' or '辆' or '架' or '艘' or '家' or '所' or '间' or '项' or '种'
        or '款' or '届' or '场' or '轮' or '队' or '群' or '批' or '对' or '双' or '套' or '组' or '分' or '号' or '期' or '步' or '级' or '大' or '颗' or '枚';

    private static int SkipDigits(QuantityText text, int position)
    {
        while (char.IsAsciiDigit(text[position]) || (text[position] == '.' && char.IsAsciiDigit(text[position + 1])))
        {
            position++;
        }
        return position;
    }

    private static string Write(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
