using System.Globalization;
using System.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>
/// Whole numbers from 1 to 9999 in Chinese numerals: 五十四, 一百零二, 一二〇, 廿三, 壹拾. What could be read in two ways
/// (一百二: 102 or 120) is no number here.
/// </summary>
internal static class ChineseNumeral
{
    private const int LongestRun = 12;

    public static bool IsNumeral(char character) => Digit(character) >= 0 || Unit(character) > 0 || Tens(character) > 0;

    /// <summary>Reads the whole run of numeral characters, or nothing.</summary>
    public static bool TryRead(string text, int start, out int end, out int value)
    {
        end = start;
        while (end < text.Length && end - start <= LongestRun && IsNumeral(text[end]))
        {
            end++;
        }
        value = end == start || end - start > LongestRun ? 0 : Value(text.AsSpan(start, end - start));
        return value > 0;
    }

    /// <summary>The usual spelling: 54 is 五十四, 102 is 一百零二.</summary>
    public static string Print(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9999);
        const string Digits = "零一二三四五六七八九";
        const string Units = "千百十";
        var text = new StringBuilder();
        var digits = value.ToString("0000", CultureInfo.InvariantCulture);
        var zero = false;
        for (var i = 0; i < 4; i++)
        {
            var digit = digits[i] - '0';
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }
            if (zero)
            {
                text.Append('零');
                zero = false;
            }
            // Ten to nineteen drop the one.
            if (!(digit == 1 && i == 2 && text.Length == 0))
            {
                text.Append(Digits[digit]);
            }
            if (i < 3)
            {
                text.Append(Units[i]);
            }
        }
        return text.ToString();
    }

    private static int Value(ReadOnlySpan<char> run)
    {
        foreach (var character in run)
        {
            if (Digit(character) < 0)
            {
                return WithUnits(run);
            }
        }
        return Positional(run);
    }

    // 一二〇 is 120. 三四 without a zero says "three or four", 〇五 nobody writes.
    private static int Positional(ReadOnlySpan<char> run)
    {
        if (run.Length > 4 || Digit(run[0]) == 0 || (run.Length == 2 && Digit(run[1]) == Digit(run[0]) + 1))
        {
            return 0;
        }
        var value = 0;
        foreach (var character in run)
        {
            value = (value * 10) + Digit(character);
        }
        return value;
    }

    private static int WithUnits(ReadOnlySpan<char> run)
    {
        var total = 0;
        var digit = -1;
        var zero = false;
        var lastUnit = 10_000;
        foreach (var character in run)
        {
            if (Tens(character) is > 0 and var tens)
            {
                if (digit >= 0 || lastUnit <= 10)
                {
                    return 0;
                }
                (total, lastUnit, zero) = (total + tens, 10, false);
            }
            else if (Unit(character) is > 0 and var unit)
            {
                if (unit >= lastUnit || (digit < 0 && unit != 10) || digit == 0)
                {
                    return 0;
                }
                // 一千二百: a skipped unit wants its 零 except before a plain ten.
                (total, lastUnit, digit, zero) = (total + (Math.Max(digit, 1) * unit), unit, -1, false);
            }
            else if (Digit(character) == 0)
            {
                if (zero || digit >= 0 || lastUnit is 10_000 or 10)
                {
                    return 0;
                }
                zero = true;
            }
            else
            {
                if (digit >= 0)
                {
                    return 0;
                }
                digit = Digit(character);
            }
        }
        if (digit < 0)
        {
            return zero ? 0 : total;
        }
        return lastUnit == 10 || zero ? total + digit : 0;
    }

    private static int Digit(char character) => character switch
    {
        '零' or '〇' => 0,
        '一' or '壹' => 1,
        '二' or '贰' or '两' => 2,
        '三' or '叁' or '参' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static int Unit(char character) => character switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    private static int Tens(char character) => character switch
    {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => 0,
    };
}
