namespace Bot.Retrieval.Lexicon;

/// <summary>Reads 七, 十四, 三百零八, 二〇二四, and the scales behind digits: 1亿, 3万5千.</summary>
internal static class ChineseNumerals
{
    public static bool IsNumeral(char character) => DigitOf(character) >= 0 || character is '十' or '百' or '千' or '万' or '亿' or '廿' or '卅';

    /// <summary>Reads a numeral written in characters alone; <paramref name="end"/> is the start where there is none.</summary>
    public static decimal? Parse(QuantityText text, int start, out int end)
    {
        end = start;
        while (IsNumeral(text[end]) && end - start < 24)
        {
            end++;
        }
        var length = end - start;
        if (length == 0)
        {
            return null;
        }
        var digits = true;
        for (var i = start; i < end; i++)
        {
            digits &= DigitOf(text[i]) >= 0;
        }
        if (digits && length > 1)
        {
            return Positional(text, start, length);
        }
        var value = Additive(text, start, end);
        if (value is null || text[end] != '点' || DigitOf(text[end + 1]) < 0)
        {
            return value;
        }
        return value + Fraction(text, ref end);
    }

    /// <summary>The scale written behind a number in digits: 万 is 10,000, 百万 a million, 万亿 10 to the 12th; 1 where there is none.</summary>
    public static decimal ScaleAt(QuantityText text, int start, out int end)
    {
        var scale = 1m;
        for (end = start; ScaleOf(text[end]) is var next and > 1 && end - start < 3; end++)
        {
            scale *= next;
        }
        return scale;
    }

    private static int DigitOf(char character) => character switch
    {
        '零' or '〇' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static decimal ScaleOf(char character) => character switch
    {
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };

    // 二〇二四. Two digits side by side (二三, 七八) are "two or three", which is no number.
    private static decimal? Positional(QuantityText text, int start, int length)
    {
        if (length == 2 && text[start] is not ('〇' or '零') && text[start + 1] is not ('〇' or '零'))
        {
            return null;
        }
        var value = 0m;
        for (var i = 0; i < length; i++)
        {
            value = (value * 10) + DigitOf(text[start + i]);
        }
        return value;
    }

    // 三百零八, 一亿二千万: a part below 万 is gathered, then taken times its scale.
    private static decimal? Additive(QuantityText text, int start, int end)
    {
        if (ScaleOf(text[start]) > 1)
        {
            return null;
        }
        var (total, part, digit) = (0m, 0m, 0m);
        var last = 0m;
        for (var i = start; i < end; i++)
        {
            var character = text[i];
            if (DigitOf(character) is var own and >= 0)
            {
                (digit, last) = (own, own == 0 ? 10 : last);
                continue;
            }
            var scale = character switch { '十' => 10, '廿' => 20, '卅' => 30, _ => ScaleOf(character) };
            if (scale >= 10_000)
            {
                total = (total + part + digit) * scale;
                part = 0;
            }
            else
            {
                part += scale is 20 or 30 ? scale : (digit == 0 ? 1 : digit) * scale;
            }
            (digit, last) = (0, scale is 20 or 30 ? 10 : scale);
            if (total > 1_000_000_000_000_000_000m)
            {
                return null;
            }
        }
        // 一万五 is 15,000, 一百二 is 120.
        return total + part + (digit > 0 && last > 10 && end - start > 2 ? digit * last / 10 : digit);
    }

    private static decimal Fraction(QuantityText text, ref int end)
    {
        var (fraction, unit) = (0m, 0.1m);
        for (end++; DigitOf(text[end]) is var digit and >= 0 && unit > 0.000_000_01m; end++, unit /= 10)
        {
            fraction += digit * unit;
        }
        return fraction;
    }
}
